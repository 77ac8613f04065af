import { findingId, isEscalation } from '../../findings/finding-record.js';
import { goneFindings, type OpenPlace } from '../../findings/gone-findings.js';
import type { Raised } from '../../findings/sync-findings.js';
import { goldFinding } from '../../heal/outcome/collect-findings.js';
import { declaredRemedy } from '../../heal/outlook/declared-remedy.js';
import { placeNames } from '../../heal/site/place-names.js';
import { memberOf } from '../../heal/site/site.js';
import type { CheckResult } from '../../model/check-result.js';
import type { Finding } from '../../model/finding.js';
import type { HealOutcome, HealResult } from '../../model/heal-result.js';
import { maskSecrets } from '../../model/mask-secrets.js';
import type { Violation } from '../../model/violation.js';
import type { Review } from '../../pattern-store/reviews/review-queue.js';
import type { GoneOf } from './save-findings.js';

const LONGEST_EVIDENCE = 400;

/**
 * What a heal run leaves for an owner to decide: what it escalated or only suggested, and what it found.
 * @param seen all violations of the files and rules in question, and all that may show a secret
 */
export function raisedByHeal({ outcomes, findings }: HealResult, seen: readonly Violation[]): readonly Raised[] {
  const mask = maskSecrets(seen);
  const nameOf = placeNames(seen);
  const open = outcomes.filter(({ status }) => status !== 'healed');
  return [
    ...open.map((outcome) => {
      const finding = findingOf(outcome, nameOf(outcome.violation));
      return {
        finding: { ...finding, message: mask.apply(finding.message) },
        evidence: lineOf(outcome.violation, mask.apply),
        tried: declaredRemedy(memberOf(outcome.violation).check),
      };
    }),
    ...findings.map((finding) => ({ finding, evidence: null })),
  ];
}

function findingOf({ status, violation, reason, source }: HealOutcome, about: string): Finding {
  const { rule, file, place } = violation;
  const why = reason ?? 'no reason was given';
  return {
    code: status === 'suggested' ? 'heal/suggested' : 'heal/escalated',
    ruleId: rule.id,
    file,
    line: place?.line ?? null,
    message: status === 'suggested' && source !== null ? `${source} has a fix. ${why}` : why,
    help: `See "specflow explain ${rule.id}" and "specflow heal --dry-run --rule ${rule.id}".`,
    about,
  };
}

function lineOf({ place }: Violation, mask: (text: string) => string): string | null {
  return place === null ? null : mask(place.lineText).trim().slice(0, LONGEST_EVIDENCE);
}

/** What a check found beside violations. */
export function raisedByCheck({ findings }: Pick<CheckResult, 'findings'>): readonly Raised[] {
  return findings.filter(isForAll).map((finding) => ({ finding, evidence: null }));
}

/** What is wrong with one machine is nothing to decide for all of them, and names its folders. */
function isForAll({ code }: Finding): boolean {
  return code !== 'git/unusable';
}

/**
 * Which open findings are no longer so, as far as a whole check can tell. A secret that was in the code once, and
 * what a person wrote down, stay until somebody decides.
 */
export function goneByCheck(
  { violations, findings }: Pick<CheckResult, 'violations' | 'findings'>,
  reviews: readonly Review[],
): GoneOf {
  const told = new Set([...findings.filter(isForAll), ...reviews.map(goldFinding)].map(findingId));
  return (open, created) => {
    const aboutPlaces = open.filter(isEscalation);
    const others = open.filter((record) => !isEscalation(record));
    return [
      ...others.filter(({ id, code }) => !STAYS.has(code) && !told.has(id)),
      ...goneFindings(aboutPlaces, created.filter(isEscalation), openPlaces(violations)),
    ];
  };
}

const STAYS: ReadonlySet<string> = new Set([
  'secret/rotate',
  'owner/observed',
  'agent/observed',
  'agent/ignored-changed',
]);

/**
 * Which open findings a heal has mended, or tells of in another way now.
 * @param seen all violations of the files and rules in question, as they were before
 */
export function goneByHeal({ outcomes }: Pick<HealResult, 'outcomes'>, seen: readonly Violation[]): GoneOf {
  return (open, created) => {
    const tried = new Set(outcomes.map(({ violation: { rule, file } }) => `${rule.id}\0${file}`));
    const known = open.filter((record) => isEscalation(record) && tried.has(`${record.ruleId}\0${record.file}`));
    if (known.length === 0) return [];
    const healed = new Set(
      outcomes.flatMap(({ status, violation }) => (status === 'healed' ? [violation.fingerprint] : [])),
    );
    const left = openPlaces(seen, ({ fingerprint }) => healed.has(fingerprint));
    return goneFindings(known, created.filter(isEscalation), left);
  };
}

/** What is still to be decided about, as findings show it: secrets masked as they are where all are known. */
function openPlaces(seen: readonly Violation[], isMended = (_: Violation): boolean => false): readonly OpenPlace[] {
  const mask = maskSecrets(seen);
  return seen
    .filter((violation) => violation.exemption === null && !isMended(violation))
    .map((violation) => ({
      ruleId: violation.rule.id,
      file: violation.file,
      line: violation.place?.line ?? null,
      evidence: lineOf(violation, mask.apply),
    }));
}
