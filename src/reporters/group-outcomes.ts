import { groupBy } from '../model/group-by.js';
import type { Attempt, HealOutcome } from '../model/heal-result.js';

/** Outcomes that are told as one: the first, and the others of its kind in the order of the report. */
export interface OutcomeGroup {
  readonly first: HealOutcome;
  readonly others: readonly HealOutcome[];
}

/**
 * Escalations of one rule in one file for one reason, attempts included, are one decision for whoever reads them:
 * a protected file with hundreds of violations is told in a few lines. Everything else stays by itself.
 */
export function groupOutcomes(
  outcomes: readonly HealOutcome[],
  attemptText: (attempt: Attempt) => string,
): readonly OutcomeGroup[] {
  const groups = groupBy([...outcomes.entries()], ([index, { status, violation, reason, attempts }]) =>
    status === 'escalated'
      ? JSON.stringify([violation.rule.id, violation.file, reason, attempts.map(attemptText)])
      : String(index),
  );
  return [...groups.values()].flatMap((members) => {
    const [first, ...others] = members.map(([, outcome]) => outcome);
    return first === undefined ? [] : [{ first, others }];
  });
}
