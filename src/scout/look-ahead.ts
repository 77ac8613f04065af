import { isAscii } from 'node:buffer';
import type { Within } from '../model/bounded.js';
import { refuseBytes } from '../platform/decode-source.js';
import type { BytesRead } from '../platform/source-tree.js';
import type { Candidates, Sieve } from '../prefilter/sieve.js';

/** What was seen of a file: the patterns that match in it. `unknown`: it has to be judged by all. */
export type Sight = readonly number[] | 'unknown';

export interface LookAheadRequest {
  readonly sieve: Sieve;
  readonly readBytes: (path: string) => BytesRead;
  /** Breaks off regexes that take too long. From then on no regex is run ahead of its turn. */
  readonly within: Within;
  /** Told of each file that is not silent, in no particular order. */
  readonly tell: (place: number, sight: Sight) => void;
}

interface Waiting {
  readonly place: number;
  readonly text: string;
  readonly isAscii: boolean;
  readonly candidates: Candidates;
}

/** Starting the watchdog costs as much as a dozen files, so that many share it. */
const MOST_WAITING = 128;
const MOST_WAITING_UNITS = 2 * 1024 * 1024;

export interface LookAhead {
  /** @param asked for each pattern 1 where it is asked of this file */
  file(place: number, path: string, asked: Uint8Array): void;
  /** Has told of all files when it returns. */
  end(): void;
}

/** Reads files one by one and tells which patterns match in them. A file of which nothing is told is silent. */
export function lookAhead({ sieve, readBytes, within, tell }: LookAheadRequest): LookAhead {
  let waiting: Waiting[] = [];
  let units = 0;
  let isLate = false;

  const settle = (): void => {
    const batch = waiting;
    waiting = [];
    units = 0;
    if (batch.length === 0) return;
    const seen: (readonly number[])[] = [];
    if (!isLate) {
      const answer = within(() => {
        for (const { text, isAscii, candidates } of batch) seen.push(sieve.confirm(text, isAscii, candidates));
      });
      isLate = answer.kind === 'timeout';
    }
    batch.forEach(({ place }, at) => {
      const sight = seen[at] ?? 'unknown';
      if (sight.length > 0) tell(place, sight);
    });
  };

  return {
    file(place, path, asked) {
      const read = readBytes(path);
      if (read.kind !== 'bytes' || refuseBytes(read.bytes) !== null) {
        tell(place, 'unknown');
        return;
      }
      const { bytes } = read;
      const candidates = sieve.sift(bytes, asked);
      if (candidates === null) return;
      const ascii = isAscii(bytes);
      waiting.push({ place, text: bytes.toString(ascii ? 'latin1' : 'utf8'), isAscii: ascii, candidates });
      units += bytes.length;
      if (waiting.length >= MOST_WAITING || units >= MOST_WAITING_UNITS) settle();
    },
    end: settle,
  };
}
