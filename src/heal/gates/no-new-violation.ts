import { checkKey } from '../../engine/check-key.js';
import { rangesOverlap } from '../../model/position.js';
import type { Violation } from '../../model/violation.js';
import { type Comparison, compareLooks, dueTo, kindOf } from './compare-looks.js';
import type { Gate, Part, Trial } from './gate.js';

/**
 * No rule that covers the file may find anything in it that was not there before, nor find it elsewhere than the
 * edits have moved it; and what satisfied a project-wide required pattern stays. Other files are not looked at: when
 * this file alone might have satisfied one, a person decides.
 */
export const noNewViolation: Gate = {
  name: 'no-new-violation',
  blames: true,
  judge: (trial) => {
    const before = trial.look(trial.before);
    const after = trial.look(trial.after);
    if (after.undecided !== null && before.undecided === null) {
      return { outcome: 'timeout', detail: after.undecided };
    }
    const comparison = compareLooks(trial);
    const added = detailOf(comparison);
    if (added !== null) return { outcome: 'new_violation', detail: added, blamed: blamedFor(trial, comparison) };
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

type Changed = Pick<Comparison, 'unexpected' | 'missing'>;

interface Findings {
  /** More of them than before. */
  readonly appeared: readonly Violation[];
  /** As many as before, but this one is where none was. */
  readonly moved: readonly Violation[];
}

function sortOut({ unexpected, missing }: Changed): Findings {
  const gone = new Map<string, number>();
  const count = (violation: Violation, by: number): void => {
    gone.set(kindOf(violation), (gone.get(kindOf(violation)) ?? 0) + by);
  };
  for (const violation of missing) count(violation, 1);
  const appeared: Violation[] = [];
  const moved: Violation[] = [];
  for (const violation of unexpected) {
    const isMoved = (gone.get(kindOf(violation)) ?? 0) > 0;
    (isMoved ? moved : appeared).push(violation);
    count(violation, -1);
  }
  return { appeared, moved };
}

/** @param linesAbove that are not there where a fix is tried by itself */
function detailOf(changed: Changed, linesAbove = 0): string | null {
  const { appeared, moved } = sortOut(changed);
  if (appeared.length > 0) return describe('adds', appeared, linesAbove);
  return moved.length > 0 ? describe('moves', moved, linesAbove) : null;
}

function blamedFor(trial: Trial, { unexpected, missing }: Changed): ReadonlyMap<Part, string> {
  const blamed = new Map<Part, string>();
  for (const [part, found] of dueTo(trial, unexpected)) {
    const own = missing.filter(
      ({ place }) => place !== null && part.edits.some(({ range }) => rangesOverlap(range, place.range)),
    );
    const [{ linesAbove }] = found;
    const detail = detailOf({ unexpected: found.map(({ violation }) => violation), missing: own }, linesAbove);
    if (detail !== null) blamed.set(part, detail);
  }
  return blamed;
}

function describe(verb: 'adds' | 'moves', found: readonly Violation[], linesAbove: number): string {
  const [first] = found;
  const rules = [...new Set(found.map(({ rule }) => rule.id))].sort().join(', ');
  const line = first?.place ? ` ${verb === 'moves' ? 'to' : 'on'} line ${first.place.line - linesAbove}` : '';
  const what = found.length === 1 ? 'a violation' : `${found.length} violations`;
  return `The fix ${verb} ${what} of ${rules}${line}: ${first?.message ?? ''}`;
}
