// Which of many patterns match in a file at all: one pass over its bytes, then only the regexes that a hit speaks for,
// and those around the hits where that is enough.
import type { Matcher } from './matcher.js';
import { pairTables } from './pair-tables.js';
import type { ScanPlan } from './plan-scan.js';
import { scriptMatcher } from './script-matcher.js';
import { searchNear } from './search-near.js';

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

export type MakeMatcher = typeof scriptMatcher;

export function openSieve(
  patterns: readonly RegExp[],
  plan: ScanPlan,
  makeMatcher: MakeMatcher = scriptMatcher,
): Sieve {
  const tables = pairTables(plan.windows);
  const matcher: Matcher | null = tables && makeMatcher(tables);
  const everywhere = plan.patterns.flatMap((planned, index) => (planned === null ? [index] : []));
  const regexes = new Map<number, { readonly plain: RegExp; readonly sticky: RegExp }>();
  const regexOf = (index: number): { readonly plain: RegExp; readonly sticky: RegExp } => {
    const known = regexes.get(index);
    if (known) return known;
    const { source, flags } = patterns[index] ?? /(?:)/;
    const plain = flags.replace('g', '');
    const made = { plain: new RegExp(source, plain), sticky: new RegExp(source, `${plain}y`) };
    regexes.set(index, made);
    return made;
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
        const near = new Map<number, number[]>();
        for (let hit = 0; hit < hits.count; hit++) {
          for (const pattern of plan.windows[hits.windows[hit] ?? 0]?.patterns ?? []) {
            if (asked[pattern] !== 1) continue;
            const ends = near.get(pattern);
            if (ends) ends.push(hits.ends[hit] ?? 0);
            else near.set(pattern, [hits.ends[hit] ?? 0]);
          }
        }
        for (const [pattern, ends] of near) {
          const reach = plan.patterns[pattern]?.reach ?? null;
          found.push({ pattern, ends: reach === null ? null : ends.sort((a, b) => a - b) });
        }
      }
      return found.length === 0 ? null : { patterns: found };
    },

    confirm(text, isAscii, candidates) {
      const matching: number[] = [];
      for (const { pattern, ends } of candidates.patterns) {
        const { plain, sticky } = regexOf(pattern);
        const planned = plan.patterns[pattern];
        try {
          const isNear = ends !== null && isAscii && planned;
          const matches = isNear ? searchNear(sticky, text, ends, planned) !== null : plain.test(text);
          if (matches) matching.push(pattern);
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
