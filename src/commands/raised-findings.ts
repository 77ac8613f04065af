import type { FindingRecord } from '../findings/finding-record.js';
import { findingId } from '../findings/finding-record.js';
import type { Raised } from '../findings/sync-findings.js';
import type { CheckResult } from '../model/check-result.js';
import type { Finding } from '../model/finding.js';
import type { HealOutcome, HealResult } from '../model/heal-result.js';
import { maskSecrets } from '../model/mask-secrets.js';
import type { Violation } from '../model/violation.js';
import type { Review } from '../pattern-store/review-queue.js';

const LONGEST_EVIDENCE = 400;

/** What a heal run leaves for an owner to decide: what it escalated or only suggested, and what it found. */
export function raisedByHeal({ outcomes, findings }: HealResult): readonly Raised[] {
  const mask = maskSecrets(outcomes.map(({ violation }) => violation));
  const open = outcomes.filter(({ status }) => status !== 'healed');
  return [
    ...open.map((outcome) => {
      const finding = findingOf(outcome);
      return {
        finding: { ...finding, message: mask.apply(finding.message) },
        evidence: lineOf(outcome.violation, mask.apply),
      };
    }),
    ...findings.map((finding) => ({ finding, evidence: null })),
  ];
}

function findingOf({ status, violation, reason, source }: HealOutcome): Finding {
  const { rule, file, place, fingerprint } = violation;
  const why = reason ?? 'no reason was given';
  return {
    code: status === 'suggested' ? 'heal/suggested' : 'heal/escalated',
    ruleId: rule.id,
    file,
    line: place?.line ?? null,
    message: status === 'suggested' && source !== null ? `${source} has a fix. ${why}` : why,
    help: `See "specflow explain ${rule.id}" and "specflow heal --dry-run --rule ${rule.id}".`,
    about: fingerprint,
  };
}

function lineOf({ place }: Violation, mask: (text: string) => string): string | null {
  return place === null ? null : mask(place.lineText).trim().slice(0, LONGEST_EVIDENCE);
}

/** What a check found beside violations. */
export function raisedByCheck({ findings }: Pick<CheckResult, 'findings'>): readonly Raised[] {
  return findings.map((finding) => ({ finding, evidence: null }));
}

/**
 * Whether an open finding is no longer so, as far as a whole check can tell. A secret that was in the code once, and
 * what a person wrote down, stay until somebody decides.
 */
export function isNoLongerSo(
  record: FindingRecord,
  result: Pick<CheckResult, 'violations' | 'findings'>,
  reviews: readonly Review[],
): boolean {
  switch (record.code) {
    case 'heal/escalated':
    case 'heal/suggested':
      return !result.violations.some(
        ({ rule, file, exemption }) => exemption === null && rule.id === record.ruleId && file === record.file,
      );
    case 'review/gold':
      return !reviews.some(({ ruleId, file }) => ruleId === record.ruleId && file === record.file);
    case 'secret/rotate':
    case 'owner/observed':
    case 'agent/observed':
      return false;
    default:
      return !result.findings.some((finding) => findingId(finding) === record.id);
  }
}

/** Whether a heal mended all that an open finding of its own kind was about. */
export function isHealedNow(record: FindingRecord, outcomes: readonly HealOutcome[]): boolean {
  if (record.code !== 'heal/escalated' && record.code !== 'heal/suggested') return false;
  const own = outcomes.filter(({ violation }) => violation.rule.id === record.ruleId && violation.file === record.file);
  return own.length > 0 && own.every(({ status }) => status === 'healed');
}
