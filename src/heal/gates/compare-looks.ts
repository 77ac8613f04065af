import { rangesOverlap, type TextRange } from '../../model/position.js';
import type { Violation } from '../../model/violation.js';
import { mapRange, outputRanges } from '../diff/map-range.js';
import type { Part, Trial } from './gate.js';
import { type SolePart, solePartOf } from './sole-part.js';

/** What rules find in the new text of a trial that they did not find in the old one, and the other way round. */
export interface Comparison {
  /** Of the new text: none of the old ones, or not where that has to stand by now. */
  readonly unexpected: readonly Violation[];
  /** Of the old text: not to be found where it has to stand by now. */
  readonly missing: readonly Violation[];
  /** Of the old text, each with what it is in the new one. */
  readonly stayed: ReadonlyMap<Violation, Violation>;
}

/**
 * Every violation of the new text must be one of the old text and stand where it has to be. Whether those that were to
 * be healed are gone is not asked here.
 */
export function compareLooks(trial: Trial): Comparison {
  const expected = new Pool(trial);
  for (const violation of trial.look(trial.before).violations) expected.add(violation);
  const unexpected: Violation[] = [];
  const stayed = new Map<Violation, Violation>();
  for (const violation of trial.look(trial.after).violations) {
    const was = expected.take(violation);
    if (was === null) unexpected.push(violation);
    else stayed.set(was, violation);
  }
  return { unexpected, missing: expected.left(), stayed };
}

/** Violations that one part of several brought with it. */
export type Brought = readonly [BroughtViolation, ...BroughtViolation[]];

interface BroughtViolation extends Pick<SolePart, 'linesAbove'> {
  readonly violation: Violation;
}

/** Violations of the new text by the part that alone wrote on their lines; without those of which nobody can tell. */
export function dueTo(trial: Trial, violations: readonly Violation[]): ReadonlyMap<Part, Brought> {
  const found = new Map<Part, Brought>();
  if (trial.parts.length < 2) return found;
  const soleOf = solePartOf(trial);
  for (const violation of violations) {
    const sole = violation.place && soleOf(violation.place.range);
    if (sole === null) continue;
    const brought = { violation, linesAbove: sole.linesAbove };
    const [first, ...others] = found.get(sole.part) ?? [brought];
    found.set(sole.part, first === brought ? [brought] : [first, ...others, brought]);
  }
  return found;
}

/** What a violation is, wherever it stands. */
export function kindOf({ rule, checkIndex, place }: Violation): string {
  return JSON.stringify([rule.id, checkIndex, place?.match ?? null]);
}

/** Violations by what they are and where they have to be in the new text. */
class Pool {
  private readonly standing = new Map<string, Violation[]>();
  /** Those an edit reaches into: they may stand anywhere in what the edit wrote. */
  private readonly touched: { readonly violation: Violation; readonly outputs: readonly TextRange[] }[] = [];
  private readonly outputs: readonly TextRange[];

  constructor(private readonly trial: Trial) {
    this.outputs = outputRanges(trial.edits);
  }

  add(violation: Violation): void {
    const range = violation.place?.range ?? null;
    const now = range && mapRange(range, this.trial.edits);
    if (range === null || now !== null) {
      const key = placedKey(violation, now);
      const same = this.standing.get(key);
      if (same) same.push(violation);
      else this.standing.set(key, [violation]);
      return;
    }
    const outputs = this.outputs.filter((_, index) => {
      const edit = this.trial.edits[index];
      return edit !== undefined && rangesOverlap(edit.range, range);
    });
    this.touched.push({ violation, outputs });
  }

  /** @returns what a violation of the new text was in the old one; null where it was none */
  take(violation: Violation): Violation | null {
    const range = violation.place?.range ?? null;
    const there = this.standing.get(placedKey(violation, range))?.pop();
    if (there !== undefined) return there;
    const kind = kindOf(violation);
    const at = this.touched.findIndex((each) => {
      return range !== null && kindOf(each.violation) === kind && each.outputs.some((out) => rangesOverlap(out, range));
    });
    return this.touched.splice(at, at === -1 ? 0 : 1)[0]?.violation ?? null;
  }

  left(): readonly Violation[] {
    return [...[...this.standing.values()].flat(), ...this.touched.map(({ violation }) => violation)];
  }
}

function placedKey(violation: Violation, range: TextRange | null): string {
  return `${range?.start ?? '-'} ${kindOf(violation)}`;
}
