import { type Hits, MAX_HITS, type Matcher } from './matcher.js';
import type { PairTables } from './pair-tables.js';

/** The matcher in JavaScript: for where there is no WebAssembly, and the one the other is compared with. */
export function scriptMatcher(tables: PairTables): Matcher {
  const { heads, entryWindows, entryOffsets, entryLast, lengths, classes } = tables;
  const windows = new Uint16Array(MAX_HITS);
  const ends = new Uint32Array(MAX_HITS);

  const stands = (bytes: Uint8Array, window: number, start: number): boolean => {
    const length = lengths[window] ?? 0;
    if (start < 0 || start + length > bytes.length) return false;
    for (let at = 0; at < length; at++) {
      const byte = bytes[start + at] ?? 0;
      const bits = classes[window * 256 + at * 32 + (byte >> 3)] ?? 0;
      if (((bits >> (byte & 7)) & 1) === 0) return false;
    }
    return true;
  };

  return {
    scan(bytes): Hits | null {
      let count = 0;
      let pair = 0;
      for (let at = 0; at < bytes.length; at++) {
        pair = ((pair << 8) & 0xff00) | (bytes[at] ?? 0);
        let entry = heads[pair] ?? 0;
        if (entry === 0 || at === 0) continue;
        for (let isLast = false; !isLast; entry++) {
          const window = entryWindows[entry - 1] ?? 0;
          const start = at - 1 - (entryOffsets[entry - 1] ?? 0);
          if (stands(bytes, window, start)) {
            if (count === MAX_HITS) return null;
            windows[count] = window;
            ends[count] = start + (lengths[window] ?? 0);
            count++;
          }
          isLast = entryLast[entry - 1] === 1;
        }
      }
      return { count, windows, ends };
    },
  };
}
