import type { FixPattern } from '../../model/fix-pattern.js';
import type { AttemptOutcome } from '../../model/heal-result.js';
import type { Violation } from '../../model/violation.js';
import { recordOutcome } from '../../pattern-store/trust/score.js';

/** What one applied fix leaves behind, or what a file taught against a fix pattern. */
export interface Evidence {
  /** Null for a fix that no pattern made. */
  readonly patternId: string | null;
  /** What proposed it: `pattern:<id>`, `auto_fix`, `example`, `agent` or `edited`. */
  readonly source: string;
  readonly ruleId: string;
  readonly file: string;
  /** `applied`: a fix that stands, and speaks neither for nor against a pattern. */
  readonly outcome: 'success' | 'failure' | 'applied';
  /** The gate that refused it; null for a fix that stands. */
  readonly gate: string | null;
  /** Where the mended violations were, as `line:column`, or which check of the rule found nothing, as `absent:2`; none of a failure. */
  readonly at: readonly string[];
}

/** Where violations are, for evidence: never what they say, which may be a secret. */
export function placesIn(violations: readonly Violation[]): readonly string[] {
  return violations.map(({ place, checkIndex }) =>
    place === null ? `absent:${checkIndex + 1}` : `${place.line}:${place.column}`,
  );
}

/** Outcomes that speak against a pattern. Being refused beforehand, or not judged, says nothing about it. */
const FAILURES: ReadonlySet<AttemptOutcome> = new Set([
  'still_violates',
  'syntax_error',
  'new_violation',
  'type_error',
  'gamed',
  'not_idempotent',
  'cycle',
  'verify_failed',
]);

export function isFailure(outcome: AttemptOutcome): boolean {
  return FAILURES.has(outcome);
}

/** Each applied fix, and one failure a pattern: a file with a hundred hits speaks against it once. */
export function distinctEvidence(all: readonly Evidence[]): readonly Evidence[] {
  const failed = new Set<string | null>();
  return all.filter(({ patternId, outcome }) => {
    if (outcome !== 'failure') return true;
    const isFirst = !failed.has(patternId);
    failed.add(patternId);
    return isFirst;
  });
}

/**
 * The patterns after what was learnt, in order. A file teaches once, whatever was mended in it, and one failure in it is
 * what it teaches.
 * @param evidence of one file
 * @param today ISO date
 */
export function learn(
  patterns: readonly FixPattern[],
  evidence: readonly Evidence[],
  today: string,
): readonly FixPattern[] {
  const lessons = new Map<string, 'success' | 'failure'>();
  for (const { patternId, outcome } of evidence) {
    if (patternId === null || outcome === 'applied') continue;
    if (outcome === 'failure' || !lessons.has(patternId)) lessons.set(patternId, outcome);
  }
  return patterns.map((pattern) => {
    const lesson = lessons.get(pattern.id);
    return lesson === undefined ? pattern : recordOutcome(pattern, lesson, today);
  });
}
