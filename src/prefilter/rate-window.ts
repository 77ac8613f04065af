import type { ByteClass } from './byte-class.js';
import type { Window } from './required-windows.js';
import { SPACES, surroundings } from './surroundings.js';
import { windowRarity } from './window-rarity.js';

const MAX_WINDOW = 8;

/** A run of classes and `SPACES`, and how many units of the match that are no white space may precede it. */
export interface Run {
  readonly classes: readonly ByteClass[];
  readonly before: number;
}

interface RatedWindow {
  readonly window: Window;
  readonly rarity: number;
}

const rated = new WeakMap<Run, RatedWindow>();

/** The window of a run that stands in the fewest places, remembered for each run. */
export function bestWindow(run: Run): RatedWindow {
  const known = rated.get(run) ?? rateWindow(run);
  rated.set(run, known);
  return known;
}

export function holdsWindow(classes: readonly ByteClass[]): boolean {
  return classes.some((set, at) => set !== SPACES && at > 0 && classes[at - 1] !== SPACES);
}

/** The rarest eight bytes of a run, or fewer where white space stands between. */
function rateWindow({ classes, before }: Run): RatedWindow {
  let start = 0;
  let end = 0;
  let rarity = Number.POSITIVE_INFINITY;
  for (const [first, last] of unbroken(classes)) {
    const length = Math.min(MAX_WINDOW, last - first);
    for (let at = first; length > 1 && at + length <= last; at++) {
      const share = windowRarity(classes.slice(at, at + length));
      if (share < rarity) [start, end, rarity] = [at, at + length, share];
    }
  }
  const lead = before + classes.slice(0, start).filter((set) => set !== SPACES).length;
  return {
    window: {
      classes: classes.slice(start, end),
      before: Number.isFinite(lead) ? lead : null,
      around: surroundings(classes, start, end),
    },
    rarity,
  };
}

/** Where the parts between white space begin and end. */
function unbroken(classes: readonly ByteClass[]): readonly (readonly [number, number])[] {
  const gaps = classes.flatMap((set, at) => (set === SPACES ? [at] : []));
  const ends = [...gaps, classes.length];
  return ends.map((end, index) => [index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, end]);
}
