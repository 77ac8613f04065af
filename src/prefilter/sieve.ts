// Which of many patterns match in a file at all: one pass over its bytes, then only the regexes that a hit speaks for,
// and those around the hits where that is enough.
import { kernelMatcher } from './kernel-matcher.js';
import type { Hits, Matcher } from './matcher.js';
import { pairTables } from './pair-tables.js';
import type { PlannedWindow, ScanPlan, WindowUse } from './plan-scan.js';
import { scriptMatcher } from './script-matcher.js';
import { searchNear } from './search-near.js';
import { standAmong } from './surroundings.js';

/** What may match in one file; `confirm` says what does. */
export interface Candidates {
  /** Indexes of patterns, each with the ends of its hits; null where it has to search the whole text. */
  readonly patterns: readonly { readonly pattern: number; readonly ends: readonly number[] | null }[];
}

export interface Sieve {
  /**
   * @param bytes of the whole file, valid UTF-8
   * @param asked for each pattern 1 where it is asked for
   * @returns null where none of those can match
   */
  sift(bytes: Uint8Array, asked: Uint8Array): Candidates | null;
  /**
   * The patterns of these that match, or that failed while they ran. It runs regexes: bound its time.
   * @param isAscii whether the text has as many characters as its file has bytes
   */
  confirm(text: string, isAscii: boolean, candidates: Candidates): readonly number[];
}

type MakeMatcher = (windows: readonly PlannedWindow[]) => Matcher | null;

/** The quickest matcher there is; null for more windows than any can hold. */
const makeFastest: MakeMatcher = (windows) => {
  const kernel = kernelMatcher(windows);
  if (kernel) return kernel;
  const tables = pairTables(windows);
  return tables && scriptMatcher(tables);
};

export function openSieve(patterns: readonly RegExp[], plan: ScanPlan, makeMatcher: MakeMatcher = makeFastest): Sieve {
  const matcher = makeMatcher(plan.windows);
  const everywhere = plan.patterns.flatMap((planned, index) => (planned === null ? [index] : []));
  const sticky = new Map<number, RegExp>();
  const stickyOf = (pattern: number, { source, flags }: RegExp): RegExp => {
    const made = sticky.get(pattern) ?? new RegExp(source, `${flags.replace(/[gy]/g, '')}y`);
    sticky.set(pattern, made);
    return made;
  };
  /** Searching everywhere, the regex itself is used: the engine compiles each kind of a regex by itself. */
  const matches = (pattern: number, text: string, ends: readonly number[] | null): boolean => {
    const regex = patterns[pattern];
    const planned = plan.patterns[pattern];
    if (regex === undefined) return false;
    if (ends === null || !planned) return text.search(regex) !== -1;
    return searchNear(stickyOf(pattern, regex), text, ends, planned) !== null;
  };

  /** For each pattern that may match the ends of the hits that say so. */
  const near = (bytes: Uint8Array, hits: Hits, asked: Uint8Array): ReadonlyMap<number, number[]> => {
    const found = new Map<number, number[]>();
    for (let hit = 0; hit < hits.count; hit++) {
      const window = plan.windows[hits.windows[hit] ?? 0];
      if (window === undefined) continue;
      const end = hits.ends[hit] ?? 0;
      const start = end - window.classes.length;
      // Counted, here and below: hits are many, and iterators are objects.
      for (let at = 0; at < window.uses.length; at++) {
        const { pattern, around } = window.uses[at] as WindowUse;
        if (asked[pattern] !== 1 || !standAmong(bytes, start, end, around)) continue;
        const ends = found.get(pattern);
        if (ends) ends.push(end);
        else found.set(pattern, [end]);
      }
    }
    return found;
  };

  return {
    sift(bytes, asked) {
      const hits = matcher?.scan(bytes) ?? null;
      const found: { pattern: number; ends: number[] | null }[] = [];
      for (const pattern of everywhere) if (asked[pattern] === 1) found.push({ pattern, ends: null });
      if (hits === null) {
        plan.patterns.forEach((planned, pattern) => {
          if (planned !== null && asked[pattern] === 1) found.push({ pattern, ends: null });
        });
      } else if (hits.count > 0) {
        for (const [pattern, ends] of near(bytes, hits, asked)) {
          const reach = plan.patterns[pattern]?.reach ?? null;
          found.push({ pattern, ends: reach === null ? null : ends.sort((a, b) => a - b) });
        }
      }
      return found.length === 0 ? null : { patterns: found };
    },

    confirm(text, isAscii, candidates) {
      const matching: number[] = [];
      for (const { pattern, ends } of candidates.patterns) {
        try {
          if (matches(pattern, text, isAscii ? ends : null)) matching.push(pattern);
        } catch (error) {
          // The engine gave up on this text. Whoever judges the file says so.
          if (!(error instanceof RangeError) && !(error instanceof SyntaxError)) throw error;
          matching.push(pattern);
        }
      }
      return matching;
    },
  };
}
