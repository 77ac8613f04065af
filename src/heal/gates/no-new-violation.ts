import { checkKey } from '../../engine/check-key.js';
import { rangesOverlap, type TextRange } from '../../model/position.js';
import type { Violation } from '../../model/violation.js';
import { mapRange, outputRanges } from '../diff/map-range.js';
import type { Gate, Trial } from './gate.js';

/**
 * No rule that covers the file may find anything in it that was not there before, nor find it elsewhere than the
 * edits have moved it; and what satisfied a project-wide required pattern stays. Other files are not looked at: when
 * this file alone might have satisfied one, a person decides.
 */
export const noNewViolation: Gate = {
  name: 'no-new-violation',
  judge: (trial) => {
    const before = trial.look(trial.before);
    const after = trial.look(trial.after);
    if (after.undecided !== null && before.undecided === null) {
      return { outcome: 'timeout', detail: after.undecided };
    }
    const { appeared, moved } = compare(trial);
    if (appeared.length > 0) return { outcome: 'new_violation', detail: describe('adds', appeared) };
    if (moved.length > 0) return { outcome: 'new_violation', detail: describe('moves', moved) };
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

interface Comparison {
  /** More of them than before. */
  readonly appeared: readonly Violation[];
  /** As many as before, but this one is where none was. */
  readonly moved: readonly Violation[];
}

/**
 * Every violation of the new text must be one of the old text and stand where it has to be. Whether those that were to
 * be healed are gone is not asked here.
 */
function compare(trial: Trial): Comparison {
  const expected = new Pool(trial);
  const missing = new Map<string, number>();
  const count = (violation: Violation, by: number): void => {
    missing.set(keyOf(violation), (missing.get(keyOf(violation)) ?? 0) + by);
  };
  for (const violation of trial.look(trial.before).violations) {
    expected.add(violation);
    count(violation, 1);
  }
  const unexpected: Violation[] = [];
  for (const violation of trial.look(trial.after).violations) {
    if (expected.take(violation)) count(violation, -1);
    else unexpected.push(violation);
  }
  const appeared: Violation[] = [];
  const moved: Violation[] = [];
  for (const violation of unexpected) {
    const isMoved = (missing.get(keyOf(violation)) ?? 0) > 0;
    (isMoved ? moved : appeared).push(violation);
    count(violation, -1);
  }
  return { appeared, moved };
}

/** Violations by what they are and where they have to be in the new text. */
class Pool {
  private readonly standing = new Map<string, number>();
  /** Those an edit reaches into: they may stand anywhere in what the edit wrote. */
  private readonly touched: { readonly key: string; readonly outputs: readonly TextRange[] }[] = [];
  private readonly outputs: readonly TextRange[];

  constructor(private readonly trial: Trial) {
    this.outputs = outputRanges(trial.edits);
  }

  add(violation: Violation): void {
    const range = violation.place?.range ?? null;
    const now = range && mapRange(range, this.trial.edits);
    if (range === null || now !== null) {
      const key = placedKey(violation, now);
      this.standing.set(key, (this.standing.get(key) ?? 0) + 1);
      return;
    }
    const outputs = this.outputs.filter((_, index) => {
      const edit = this.trial.edits[index];
      return edit !== undefined && rangesOverlap(edit.range, range);
    });
    this.touched.push({ key: keyOf(violation), outputs });
  }

  take(violation: Violation): boolean {
    const range = violation.place?.range ?? null;
    const key = placedKey(violation, range);
    const left = this.standing.get(key) ?? 0;
    if (left > 0) {
      this.standing.set(key, left - 1);
      return true;
    }
    const at = this.touched.findIndex((each) => {
      return each.key === keyOf(violation) && range !== null && each.outputs.some((out) => rangesOverlap(out, range));
    });
    if (at === -1) return false;
    this.touched.splice(at, 1);
    return true;
  }
}

function keyOf({ rule, checkIndex, place }: Violation): string {
  return JSON.stringify([rule.id, checkIndex, place?.match ?? null]);
}

function placedKey(violation: Violation, range: TextRange | null): string {
  return `${range?.start ?? '-'} ${keyOf(violation)}`;
}

function describe(verb: 'adds' | 'moves', found: readonly Violation[]): string {
  const [first] = found;
  const rules = [...new Set(found.map(({ rule }) => rule.id))].sort().join(', ');
  const line = first?.place ? ` ${verb === 'moves' ? 'to' : 'on'} line ${first.place.line}` : '';
  const what = found.length === 1 ? 'a violation' : `${found.length} violations`;
  return `The fix ${verb} ${what} of ${rules}${line}: ${first?.message ?? ''}`;
}
