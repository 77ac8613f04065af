import { groupBy } from '../model/group-by.js';
import type { HealOutcome } from '../model/heal-result.js';

/** Outcomes that are told as one: the first, and the others of its kind in the order of the report. */
export interface OutcomeGroup {
  readonly first: HealOutcome;
  readonly others: readonly HealOutcome[];
}

/**
 * What is told in the same words of several violations of one rule in one file is read once: a protected file with
 * hundreds of violations is one decision, and hundreds of fixes by one means are one line.
 * @param wordsOf all that is told of an outcome but its place; null where it stays by itself
 */
export function groupOutcomes(
  outcomes: readonly HealOutcome[],
  wordsOf: (outcome: HealOutcome) => readonly string[] | null,
): readonly OutcomeGroup[] {
  const groups = groupBy([...outcomes.entries()], ([index, outcome]) => {
    const words = wordsOf(outcome);
    const { status, violation } = outcome;
    return words === null ? String(index) : JSON.stringify([status, violation.rule.id, violation.file, ...words]);
  });
  return [...groups.values()].flatMap((members) => {
    const [first, ...others] = members.map(([, outcome]) => outcome);
    return first === undefined ? [] : [{ first, others }];
  });
}
