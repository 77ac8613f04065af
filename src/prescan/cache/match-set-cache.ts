// What was seen of files when they were last looked at: which of the patterns that were asked of them match in them.
// Kept under `.specflow/cache/` by what tells a changed file from an unchanged one. Only ever a saving: whatever is
// doubtful about it counts as nothing cached, and every violation is found anew.
import { hasCacheFile } from '../../platform/state/cache-file.js';
import { placesIn } from '../stamps/places-in.js';
import { StampTable } from '../stamps/stamp-table.js';
import { type KeptMatchSets, parseMatchSets, printMatchSets } from './match-set-bytes.js';
import { keepSealed, readSealed } from './sealed-cache.js';

export interface MatchSetCache {
  /**
   * What was seen of a file, unless it changed since or something else was asked. Asked in rising order of paths.
   * @param order names the patterns that are asked of it, and their order
   * @param isAsThen says whether the file is as this row of stamps has it; asked only where something is known of it
   */
  recall(path: string, order: string, isAsThen: (then: StampTable, row: number) => boolean): readonly number[] | null;
  /**
   * Keeps what is known now.
   * @param looked at, in this run, in rising order
   * @param stamps of them
   * @param seenOf says what was seen of one; null for one nothing is known of
   */
  keep(looked: readonly string[], stamps: StampTable, seenOf: (place: number) => Seen | null): void;
}

export interface Seen {
  /** Names the patterns that were asked, and their order. */
  readonly order: string;
  /** Which of them match, by their place in that order. */
  readonly matchSet: readonly number[];
}

const NAME = 'match-sets.bin';
const MAX_BYTES = 128 * 1024 * 1024;
/** For fewer files all is not written anew: to look at them again next time takes less time than that. */
const WORTH_KEEPING = 16;
const NOTHING: KeptMatchSets = {
  paths: [],
  stamps: StampTable.ofFiles(0),
  orderOf: new Uint32Array(0),
  orders: [],
  matchSets: new Map(),
};

/** Whether an earlier run kept anything, be it still good or not. */
export function hasMatchSets(root: string): boolean {
  return hasCacheFile(root, NAME);
}

/**
 * @param key changes with everything but the files and what is asked of them that decides what is seen
 * @param now milliseconds since 1970, before the first file is looked at
 * @param listed all files there are: what is known of any other is forgotten
 */
export function openMatchSetCache(root: string, key: string, now: number, listed: readonly string[]): MatchSetCache {
  const bytes = readSealed(root, NAME, MAX_BYTES, key);
  const kept = bytes === null ? NOTHING : parseMatchSets(bytes);
  const { recall, recalled } = recallFrom(kept);

  return {
    recall,
    keep(looked, stamps, seenOf) {
      if (kept.paths.length > 0 && looked.length - recalled() < WORTH_KEEPING) return;
      const rows = new MatchSetRows(looked.length + kept.paths.length);
      const present = presenceOf(listed);
      let row = 0;
      const keepUnlooked = (before: string | null): void => {
        for (; row < kept.paths.length; row++) {
          const path = kept.paths[row] ?? '';
          if (before !== null && path >= before) break;
          if (present(path)) rows.add(path, kept.stamps, row, seenAt(kept, row));
        }
      };
      looked.forEach((path, place) => {
        keepUnlooked(path);
        if (kept.paths[row] === path) row++;
        rows.addLooked(path, stamps, place, now, seenOf);
      });
      keepUnlooked(null);
      keepSealed(root, NAME, key, printMatchSets(rows.made()), bytes);
    },
  };
}

/** What is known already, and not kept anew. @param tellNews told at the end of how many files nothing was known */
export function matchSetsAsKept(kept: KeptMatchSets, tellNews: (files: number) => void): MatchSetCache {
  const { recall, recalled } = recallFrom(kept);
  return { recall, keep: (looked) => tellNews(looked.length - recalled()) };
}

/** As `MatchSetCache.keep`, of some of the files. @param now as for `openMatchSetCache` */
export function matchSetsOf(
  looked: readonly string[],
  stamps: StampTable,
  now: number,
  seenOf: (place: number) => Seen | null,
): KeptMatchSets {
  const rows = new MatchSetRows(looked.length);
  looked.forEach((path, place) => {
    rows.addLooked(path, stamps, place, now, seenOf);
  });
  return rows.made();
}

/** @returns with `recalled`, of how many files something was known */
function recallFrom(kept: KeptMatchSets): Pick<MatchSetCache, 'recall'> & { readonly recalled: () => number } {
  const rowOf = placesIn(kept.paths);
  let recalled = 0;
  return {
    recall(path, order, isAsThen) {
      const row = rowOf(path);
      if (row === null) return null;
      const seen = seenAt(kept, row);
      if (seen.order !== order || !isAsThen(kept.stamps, row)) return null;
      recalled++;
      return seen.matchSet;
    },
    recalled: () => recalled,
  };
}

function seenAt(kept: KeptMatchSets, row: number): Seen {
  return { order: kept.orders[kept.orderOf[row] ?? 0] ?? '', matchSet: kept.matchSets.get(row) ?? [] };
}

/** Mostly nobody asks. */
function presenceOf(listed: readonly string[]): (path: string) => boolean {
  let known: ReadonlySet<string> | null = null;
  return (path) => {
    known ??= new Set(listed);
    return known.has(path);
  };
}

class MatchSetRows {
  readonly #paths: string[] = [];
  readonly #orders = new Map<string, number>();
  readonly #orderOf: Uint32Array;
  readonly #matchSets = new Map<number, readonly number[]>();
  readonly #stamps: StampTable;

  constructor(most: number) {
    this.#orderOf = new Uint32Array(most);
    this.#stamps = StampTable.ofFiles(most);
  }

  /** @param path not before the one added last */
  add(path: string, stamps: StampTable, from: number, { order, matchSet }: Seen): void {
    const row = this.#paths.push(path) - 1;
    this.#stamps.copy(row, stamps, from);
    const known = this.#orders.get(order) ?? this.#orders.size;
    this.#orders.set(order, known);
    this.#orderOf[row] = known;
    if (matchSet.length > 0) this.#matchSets.set(row, matchSet);
  }

  /** The same for a file that was looked at, unless it may change again unnoticed or nothing is known of it. */
  addLooked(
    path: string,
    stamps: StampTable,
    place: number,
    now: number,
    seenOf: (place: number) => Seen | null,
  ): void {
    const seen = stamps.isSettled(place, now) && !path.includes('\n') ? seenOf(place) : null;
    if (seen !== null) this.add(path, stamps, place, seen);
  }

  made(): KeptMatchSets {
    return {
      paths: this.#paths,
      stamps: this.#stamps,
      orderOf: this.#orderOf,
      orders: [...this.#orders.keys()],
      matchSets: this.#matchSets,
    };
  }
}
