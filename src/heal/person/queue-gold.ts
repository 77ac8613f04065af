import { contentHash } from '../../model/content-hash.js';
import { applyEdits, type Edit } from '../../model/edit.js';
import type { SecretMask } from '../../model/mask-secrets.js';
import { speaksOfSecrets } from '../../model/speaks-of-secrets.js';
import type { Violation } from '../../model/violation.js';
import { type Review, reviewId } from '../../pattern-store/review-queue.js';
import { inverseEdits, mapRange } from '../diff/map-range.js';
import { unifiedDiff } from '../diff/unified-diff.js';
import type { AppliedFix, FileDraft } from '../heal-file.js';
import { placeKeys } from '../site/place-names.js';
import { memberOf } from '../site/site.js';

/**
 * The reviews a file's fixes by gold patterns ask for: one a pattern.
 * @param today ISO date
 * @param nameOf of the place of a violation
 * @param mask hides the secrets around the places
 */
export function queueGold(
  draft: FileDraft,
  run: string,
  today: string,
  nameOf: (violation: Violation) => string,
  mask: SecretMask,
): readonly Review[] {
  const gold = new Map<string, AppliedFix[]>();
  for (const fix of draft.fixes) {
    const { pattern } = fix.candidate;
    if (pattern?.standing.actsAs !== 'gold') continue;
    gold.set(pattern.stored.id, [...(gold.get(pattern.stored.id) ?? []), fix]);
  }
  return [...gold].map(([patternId, fixes]) => reviewOf(draft, patternId, fixes, run, today, nameOf, mask));
}

function reviewOf(
  draft: FileDraft,
  patternId: string,
  fixes: readonly AppliedFix[],
  run: string,
  today: string,
  nameOf: (violation: Violation) => string,
  mask: SecretMask,
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
    run,
    places: violations.flatMap((violation) => placeKeys(violation, nameOf)),
  };
}

/** The healed text with some fixes taken out again; null where later fixes are entangled with them. */
function textWithout(draft: FileDraft, fixes: readonly AppliedFix[]): string | null {
  const undo: Edit[] = [];
  for (const fix of fixes) {
    const later = draft.fixes.slice(draft.fixes.indexOf(fix) + 1);
    for (const inverse of inverseEdits(fix.before, fix.edits)) {
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
