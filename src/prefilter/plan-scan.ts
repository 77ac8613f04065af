import type { ByteClass } from './byte-class.js';
import { requiredWindows } from './required-windows.js';
import type { Surroundings } from './surroundings.js';

/** What to look for in one pass over a file so as to know which of many patterns can match in it. Plain data. */
export interface ScanPlan {
  readonly windows: readonly PlannedWindow[];
  /** For each pattern what a hit says of it; null where every file is a candidate. */
  readonly patterns: readonly (PlannedPattern | null)[];
}

export interface PlannedWindow {
  /** Two to eight. */
  readonly classes: readonly ByteClass[];
  /** The patterns that may match where it stands. */
  readonly uses: readonly WindowUse[];
}

export interface WindowUse {
  /** Index of a pattern. */
  readonly pattern: number;
  /** It may only where the window stands among these. */
  readonly around: Surroundings;
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
  const windows = new Map<string, { readonly classes: readonly ByteClass[]; readonly uses: WindowUse[] }>();
  const planned = patterns.map((regex, index): PlannedPattern | null => {
    const required = requiredWindows(regex);
    if (required === null) return null;
    let reach: number | null = 0;
    let shortest = Number.POSITIVE_INFINITY;
    for (const { classes, before, around } of required.windows) {
      const key = classes.map((set) => set.join()).join(';');
      const known = windows.get(key) ?? { classes, uses: [] };
      windows.set(key, known);
      known.uses.push({ pattern: index, around });
      shortest = Math.min(shortest, classes.length);
      reach = reach === null || before === null ? null : Math.max(reach, before + classes.length);
    }
    return { reach: reach !== null && reach <= MAX_REACH ? reach : null, shortest };
  });
  return {
    windows: [...windows.values()],
    patterns: planned,
  };
}
