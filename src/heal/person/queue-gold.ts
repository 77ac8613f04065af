import { contentHash } from '../../model/content-hash.js';
import { applyEdits, type Edit } from '../../model/edit.js';
import { groupBy } from '../../model/group-by.js';
import type { SecretMask } from '../../model/mask-secrets.js';
import { speaksOfSecrets } from '../../model/speaks-of-secrets.js';
import type { Violation } from '../../model/violation.js';
import { type Review, reviewId } from '../../pattern-store/reviews/review-queue.js';
import { mapRange } from '../diff/map-range.js';
import { unifiedDiff } from '../diff/unified-diff.js';
import type { AppliedFix, FileDraft } from '../file-draft.js';
import { placeKeys } from '../site/place-names.js';
import { memberOf } from '../site/site.js';

/** What a review needs to be told besides the fixes themselves. */
export interface ReviewBasis {
  readonly runId: string;
  /** ISO date. */
  readonly today: string;
  /** Of the place of a violation. */
  readonly nameOf: (violation: Violation) => string;
  /** Hides the secrets around the places. */
  readonly mask: SecretMask;
}

/** The reviews a file's fixes by gold patterns ask for: one a pattern. */
export function queueGold(draft: FileDraft, basis: ReviewBasis): readonly Review[] {
  const gold = draft.fixes.filter(({ candidate }) => candidate.pattern?.standing.actsAs === 'gold');
  const byPattern = groupBy(gold, ({ candidate }) => candidate.pattern?.stored.id ?? '');
  return [...byPattern].map(([patternId, fixes]) => reviewOf(draft, patternId, fixes, basis));
}

function reviewOf(
  draft: FileDraft,
  patternId: string,
  fixes: readonly AppliedFix[],
  { runId, today, nameOf, mask }: ReviewBasis,
): Review {
  const violations = fixes.flatMap((fix) => fix.violations);
  const before = textWithout(draft, fixes) ?? draft.before;
  const diff = unifiedDiff(draft.path, before, draft.after);
  const isSecret = violations.some((violation) => speaksOfSecrets(violation.rule, memberOf(violation).check));
  const afterSha256 = contentHash(draft.after, draft.bom);
  return {
    id: reviewId(patternId, draft.path, afterSha256),
    patternId,
    ruleId: violations[0]?.rule.id ?? '',
    file: draft.path,
    line: Math.min(...violations.map(({ place }) => place?.line ?? 1)),
    diff: isSecret ? maskLiterals(mask.apply(diff)) : mask.apply(diff),
    beforeSha256: contentHash(before, draft.bom),
    afterSha256,
    applied: today,
    run: runId,
    places: violations.flatMap((violation) => placeKeys(violation, nameOf)),
  };
}

/** The healed text with some fixes taken out again; null where later fixes are entangled with them. */
function textWithout(draft: FileDraft, fixes: readonly AppliedFix[]): string | null {
  const undo: Edit[] = [];
  for (const fix of fixes) {
    const later = draft.fixes.slice(draft.fixes.indexOf(fix) + 1);
    for (const inverse of fix.undo) {
      let range: Edit['range'] | null = inverse.range;
      for (const { edits } of later) range = range && mapRange(range, edits);
      if (range === null) return null;
      undo.push({ range, text: inverse.text });
    }
  }
  return applyEdits(draft.after, undo);
}

/** The queue is a file of its own: a secret just taken out of the code must not live on in it. */
function maskLiterals(diff: string): string {
  return diff
    .split('\n')
    .map((line) => (/^(?:---|\+\+\+|@@)/.test(line) ? line : maskLine(line)))
    .join('\n');
}

/** Quoted texts, and long words with a digit, keep their first four characters. */
function maskLine(line: string): string {
  return line
    .replace(/(["'`])([^"'`]{5,})\1/g, (_, quote: string, text: string) => `${quote}${text.slice(0, 4)}…${quote}`)
    .replace(/(?=[\w+/-]*\d)[\w+/-]{9,}={0,2}/g, (word) => `${word.slice(0, 4)}…`);
}
