import { checkKey } from '../../engine/check-key.js';
import type { Violation } from '../../model/violation.js';
import type { Gate } from './gate.js';

/**
 * No rule that covers the file may find more in it than before, wherever its lines have moved to; and
 * what satisfied a project-wide required pattern stays. Other files are not looked at: when this file
 * alone might have satisfied one, a person decides.
 */
export const noNewViolation: Gate = {
  name: 'no-new-violation',
  judge: (trial) => {
    const before = trial.look(trial.before);
    const after = trial.look(trial.after);
    if (after.undecided !== null && before.undecided === null) {
      return { outcome: 'timeout', detail: after.undecided };
    }
    const added = addedBy(before.violations, after.violations);
    if (added.length > 0) return { outcome: 'new_violation', detail: describe(added) };
    const lost = trial.rules.find((rule) =>
      rule.checks.some((check) => {
        const key = checkKey(rule, check);
        return before.satisfied.has(key) && !after.satisfied.has(key);
      }),
    );
    if (lost === undefined) return null;
    const detail = `The fix takes away what ${lost.id} requires somewhere, and this file had it.`;
    return { outcome: 'new_violation', detail };
  },
};

/** Equal matches of one check are interchangeable, so that moved lines do not count. */
function addedBy(before: readonly Violation[], after: readonly Violation[]): readonly Violation[] {
  const left = new Map<string, number>();
  for (const violation of before) left.set(keyOf(violation), (left.get(keyOf(violation)) ?? 0) + 1);
  return after.filter((violation) => {
    const remaining = left.get(keyOf(violation)) ?? 0;
    left.set(keyOf(violation), remaining - 1);
    return remaining <= 0;
  });
}

function keyOf({ rule, checkIndex, place }: Violation): string {
  return JSON.stringify([rule.id, checkIndex, place?.match ?? null]);
}

function describe(added: readonly Violation[]): string {
  const [first] = added;
  const rules = [...new Set(added.map(({ rule }) => rule.id))].sort().join(', ');
  const line = first?.place ? ` on line ${first.place.line}` : '';
  return `The fix adds ${added.length === 1 ? 'a violation' : `${added.length} violations`} of ${rules}${line}: ${first?.message ?? ''}`;
}
