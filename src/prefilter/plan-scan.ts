import { type ByteClass, bytesOf } from './byte-class.js';
import { requiredWindows } from './required-windows.js';
import { windowRarity } from './window-rarity.js';

/** What to look for in one pass over a file so as to know which of many patterns can match in it. Plain data. */
export interface ScanPlan {
  readonly windows: readonly PlannedWindow[];
  /** For each pattern what a hit says of it; null where every file is a candidate. */
  readonly patterns: readonly (PlannedPattern | null)[];
}

export interface PlannedWindow {
  /** Two to eight. */
  readonly classes: readonly ByteClass[];
  /** Indexes of the patterns that may match where it stands. */
  readonly patterns: readonly number[];
  /** Where in it the rarest two adjacent classes begin. */
  readonly rarest: number;
}

export interface PlannedPattern {
  /**
   * How far before the end of a hit the match around it begins at most, in UTF-16 units that are no white space;
   * null where there is no limit. One for all its windows: the leftmost match must be met first, whatever it holds.
   */
  readonly reach: number | null;
  /** The length of its shortest window. */
  readonly shortest: number;
}

/** Longer leads are not worth a try at each place. */
const MAX_REACH = 64;

export function planScan(patterns: readonly RegExp[]): ScanPlan {
  const windows = new Map<string, { readonly classes: readonly ByteClass[]; readonly patterns: number[] }>();
  const planned = patterns.map((regex, index): PlannedPattern | null => {
    const required = requiredWindows(regex);
    if (required === null) return null;
    let reach: number | null = 0;
    let shortest = Number.POSITIVE_INFINITY;
    for (const { classes, before } of required.windows) {
      const key = classes.map((set) => set.join()).join(';');
      const known = windows.get(key) ?? { classes, patterns: [] };
      windows.set(key, known);
      if (known.patterns.at(-1) !== index) known.patterns.push(index);
      shortest = Math.min(shortest, classes.length);
      reach = reach === null || before === null ? null : Math.max(reach, before + classes.length);
    }
    return { reach: reach !== null && reach <= MAX_REACH ? reach : null, shortest };
  });
  return {
    windows: [...windows.values()].map((window) => ({ ...window, rarest: rarestPair(window.classes) })),
    patterns: planned,
  };
}

/** How many pairs of bytes one window may spell at its rarest place: each takes room in the matcher's tables. */
const MANY_PAIRS = 256;

function rarestPair(classes: readonly ByteClass[]): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at + 1 < classes.length; at++) {
    const pair = classes.slice(at, at + 2);
    const pairs = pair.reduce((product, set) => product * bytesOf(set).length, 1);
    const cost = windowRarity(pair) * (pairs > MANY_PAIRS ? pairs / MANY_PAIRS : 1);
    if (cost < least) [best, least] = [at, cost];
  }
  return best;
}
