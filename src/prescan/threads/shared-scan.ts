// What threads share that look at files together: who takes which files next, and what they saw. Numbers alone, so that
// nobody has to wait for a message.
import type { MatchSet } from '../look-ahead.js';

/** Files that are taken at a time. */
export const BATCH_FILES = 256;

export interface SharedScan {
  /** The next batch to take, and how much has been done by those who help. */
  readonly counters: Int32Array;
  /** What became of each batch that somebody took who helps: nothing yet, all seen, or given up. */
  readonly done: Int32Array;
}

/** What one of those who help saw: how much of it is written, then for each file its place, a count, and patterns. */
export type SharedMatchSets = Int32Array;

/** Where what is written starts: behind how much it is. */
export const MATCH_SETS_START = 1;

const NEXT = 0;
const BEAT = 1;
const OPEN = 0;
const SEEN = 1;
const GIVEN_UP = 2;
const UNKNOWN = -1;
/** Room for patterns, besides that for each file; a file whose patterns find none is told as unknown. */
const MORE_ROOM = 4096;

export function openSharedScan(files: number): SharedScan {
  return { counters: shared(2), done: shared(Math.ceil(files / BATCH_FILES)) };
}

export function openSharedMatchSets(files: number): SharedMatchSets {
  return shared(MATCH_SETS_START + 4 * files + MORE_ROOM);
}

/** @param numbers how many it is to hold */
export function openSharedStamps(numbers: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(numbers * Float64Array.BYTES_PER_ELEMENT));
}

function shared(length: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(length * Int32Array.BYTES_PER_ELEMENT));
}

/** The number of the next batch, which is then nobody else's; null where none is left. */
export function takeBatch({ counters, done }: SharedScan): number | null {
  const batch = Atomics.add(counters, NEXT, 1);
  return batch < done.length ? batch : null;
}

/** Says that somebody who helps is alive. */
export function beat({ counters }: SharedScan): void {
  Atomics.add(counters, BEAT, 1);
}

export function endBatch(scan: SharedScan, batch: number, isSeen: boolean): void {
  Atomics.store(scan.done, batch, isSeen ? SEEN : GIVEN_UP);
  beat(scan);
  Atomics.notify(scan.counters, BEAT);
}

export function isOpen({ done }: SharedScan, batch: number): boolean {
  return Atomics.load(done, batch) === OPEN;
}

export function isSeen({ done }: SharedScan, batch: number): boolean {
  return Atomics.load(done, batch) === SEEN;
}

/** Waits for the end of some batch; false where for so many milliseconds nobody gave a sign since `before`. */
export function waitForBeat(scan: SharedScan, before: number, milliseconds: number): boolean {
  return Atomics.wait(scan.counters, BEAT, before, milliseconds) !== 'timed-out' || beatsOf(scan) !== before;
}

export function beatsOf({ counters }: SharedScan): number {
  return Atomics.load(counters, BEAT);
}

/** Writes what was seen where others find it from `publish` on. */
export function matchSetWriter(
  into: SharedMatchSets,
  files: number,
): { write(place: number, matchSet: MatchSet): void; publish(): void } {
  let used = MATCH_SETS_START;
  let left = files;
  return {
    write(place, matchSet) {
      left--;
      const fits = matchSet !== 'unknown' && used + 2 + matchSet.length + 2 * left <= into.length;
      into[used++] = place;
      into[used++] = fits ? matchSet.length : UNKNOWN;
      if (fits) for (const pattern of matchSet) into[used++] = pattern;
    },
    publish: () => Atomics.store(into, 0, used),
  };
}

/**
 * Tells what was published from a place on, at first `MATCH_SETS_START`.
 * @returns where to read on
 */
export function readMatchSets(
  from: SharedMatchSets,
  start: number,
  tell: (place: number, matchSet: MatchSet) => void,
): number {
  const end = Atomics.load(from, 0);
  let at = start;
  while (at < end) {
    const place = from[at++] ?? 0;
    const count = from[at++] ?? UNKNOWN;
    tell(place, count === UNKNOWN ? 'unknown' : [...from.subarray(at, at + count)]);
    at += Math.max(0, count);
  }
  return at;
}
