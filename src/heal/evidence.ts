import type { FixPattern } from '../model/fix-pattern.js';
import type { AttemptOutcome } from '../model/heal-result.js';
import { recordOutcome } from '../pattern-store/score.js';

/** What one file taught about one fix pattern: one line a pattern, file and run. */
export interface Evidence {
  readonly patternId: string;
  readonly ruleId: string;
  readonly file: string;
  readonly outcome: 'success' | 'failure';
  /** The gate that refused it; null for a success. */
  readonly gate: string | null;
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

/** One line a pattern: a file with a hundred hits teaches once, and one failure among them is what it teaches. */
export function distinctEvidence(all: readonly Evidence[]): readonly Evidence[] {
  const byPattern = new Map<string, Evidence>();
  for (const evidence of all) {
    const known = byPattern.get(evidence.patternId);
    if (known === undefined || (known.outcome === 'success' && evidence.outcome === 'failure')) {
      byPattern.set(evidence.patternId, evidence);
    }
  }
  return [...byPattern.values()];
}

/** The patterns after what was learnt, in order. @param today ISO date */
export function learn(
  patterns: readonly FixPattern[],
  evidence: readonly Evidence[],
  today: string,
): readonly FixPattern[] {
  return patterns.map((pattern) =>
    evidence
      .filter(({ patternId }) => patternId === pattern.id)
      .reduce((learnt, { outcome }) => recordOutcome(learnt, outcome, today), pattern),
  );
}
