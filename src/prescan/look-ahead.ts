import type { Within } from '../model/bounded.js';
import { refuseBytes, textOf } from '../platform/files/decode-source.js';
import type { BytesRead } from '../platform/files/source-tree.js';
import type { Candidates, Sieve } from '../prefilter/sieve.js';
import type { StampTable } from './stamps/stamp-table.js';

/** What was seen of a file: the patterns that match in it. `unknown`: it has to be judged by all. */
export type MatchSet = readonly number[] | 'unknown';

export interface LookAheadRequest {
  readonly sieve: Sieve;
  readonly readBytes: (path: string, isStamped: boolean) => BytesRead;
  /** Breaks off regexes that take too long. From then on no regex is run ahead of its turn. */
  readonly within: Within;
  /** Told of each file that is not silent, in no particular order. */
  readonly tell: (place: number, matchSet: MatchSet) => void;
  /** Where the stamps of the files that were read are to be left; nowhere when left out. */
  readonly stamps?: StampTable | undefined;
}

interface Waiting {
  readonly place: number;
  readonly start: number;
  readonly end: number;
  readonly candidates: Candidates;
}

/** Starting the watchdog costs as much as a dozen files, so that many share it. */
const MOST_WAITING_BYTES = 512 * 1024;

export interface LookAhead {
  /** @param asked for each pattern 1 where it is asked of this file */
  file(place: number, path: string, asked: Uint8Array): void;
  /** Has told of all files when it returns. */
  end(): void;
}

/** Reads files one by one and tells which patterns match in them. A file of which nothing is told is silent. */
export function lookAhead({ sieve, readBytes, within, tell, stamps }: LookAheadRequest): LookAhead {
  let waiting: Waiting[] = [];
  let isLate = false;
  /** What is waiting, one file behind the other: as bytes, for texts that live long weigh down all that is allocated. */
  let store = Buffer.allocUnsafeSlow(MOST_WAITING_BYTES);
  let used = 0;

  const settle = (): void => {
    const batch = waiting;
    waiting = [];
    used = 0;
    if (batch.length === 0) return;
    const seen: (readonly number[])[] = [];
    if (!isLate) {
      const answer = within(() => {
        for (const { start, end, candidates } of batch) {
          const { text, isAscii } = textOf(store.subarray(start, end));
          seen.push(sieve.confirm(text, isAscii, candidates));
        }
      });
      isLate = answer.kind === 'timeout';
    }
    batch.forEach(({ place }, at) => {
      const matchSet = seen[at] ?? 'unknown';
      if (matchSet.length > 0) tell(place, matchSet);
    });
  };

  return {
    file(place, path, asked) {
      const read = readBytes(path, stamps !== undefined);
      if (read.kind === 'bytes' && read.stamp) stamps?.put(place, read.stamp);
      if (read.kind !== 'bytes' || refuseBytes(read.bytes) !== null) {
        tell(place, 'unknown');
        return;
      }
      const { bytes } = read;
      const candidates = sieve.sift(bytes, asked);
      if (candidates === null) return;
      if (used + bytes.length > store.length) settle();
      if (bytes.length > store.length) store = Buffer.allocUnsafeSlow(bytes.length);
      bytes.copy(store, used);
      waiting.push({ place, start: used, end: used + bytes.length, candidates });
      used += bytes.length;
    },
    end: settle,
  };
}
