import { type ByteClass, bytesOf } from './byte-class.js';
import type { PlannedWindow } from './plan-scan.js';
import { windowRarity } from './window-rarity.js';

/** The windows of a plan as numbers alone, the same for either matcher. */
export interface PairTables {
  /** For each pair of adjacent bytes (`first << 8 | second`) one more than the first of its entries, or 0. */
  readonly heads: Uint16Array;
  /** For each entry the window, and how far into it the pair stands. */
  readonly entryWindows: Uint16Array;
  readonly entryOffsets: Uint8Array;
  /** 1 on the last entry of a pair. */
  readonly entryLast: Uint8Array;
  /** For each window how many bytes it has. */
  readonly lengths: Uint8Array;
  /** For each window eight classes of 32 bytes, as bits. */
  readonly classes: Uint8Array;
}

const CLASSES_BYTES = 8 * 32;
/** What 16 bits can number. */
const MAX_ENTRIES = 0xfffe;

/** @returns null for more windows than the tables hold */
export function pairTables(windows: readonly PlannedWindow[]): PairTables | null {
  const entries = new Map<number, { readonly window: number; readonly offset: number }[]>();
  let count = 0;
  windows.forEach(({ classes }, window) => {
    const rarest = rarestPair(classes);
    const [first, second] = [classes[rarest], classes[rarest + 1]];
    for (const a of first ? bytesOf(first) : []) {
      for (const b of second ? bytesOf(second) : []) {
        const pair = (a << 8) | b;
        const present = entries.get(pair);
        if (present) present.push({ window, offset: rarest });
        else entries.set(pair, [{ window, offset: rarest }]);
        count++;
      }
    }
  });
  if (count > MAX_ENTRIES || windows.length > MAX_ENTRIES) return null;

  const tables: PairTables = {
    heads: new Uint16Array(65_536),
    entryWindows: new Uint16Array(count),
    entryOffsets: new Uint8Array(count),
    entryLast: new Uint8Array(count),
    lengths: Uint8Array.from(windows, ({ classes }) => classes.length),
    classes: new Uint8Array(windows.length * CLASSES_BYTES),
  };
  let next = 0;
  for (const [pair, list] of entries) {
    tables.heads[pair] = next + 1;
    for (const { window, offset } of list) {
      tables.entryWindows[next] = window;
      tables.entryOffsets[next] = offset;
      next++;
    }
    tables.entryLast[next - 1] = 1;
  }
  windows.forEach(({ classes }, window) => {
    classes.forEach((set, at) => {
      for (const byte of bytesOf(set)) {
        const place = window * CLASSES_BYTES + at * 32 + (byte >> 3);
        tables.classes[place] = (tables.classes[place] ?? 0) | (1 << (byte & 7));
      }
    });
  });
  return tables;
}

/** How many pairs of bytes one window may spell at its rarest place: each takes room in the matcher's tables. */
const MANY_PAIRS = 256;

/** Where in a window the rarest two adjacent classes begin. */
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
