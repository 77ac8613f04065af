import { type ByteClass, bytesOf, hasByte } from './byte-class.js';

/** How often each printable byte, from the space on, stands in 100,000 bytes of JavaScript and TypeScript. */
const PER_100K = [
  17478, 56, 617, 43, 72, 20, 104, 472, 1061, 1062, 1056, 71, 1184, 526, 1691, 933, 451, 227, 242, 178, 145, 99, 98, 65,
  75, 67, 773, 797, 194, 1068, 348, 92, 210, 391, 170, 435, 236, 452, 202, 65, 77, 290, 23, 66, 175, 263, 208, 298, 320,
  60, 362, 427, 420, 136, 93, 96, 30, 30, 22, 189, 113, 189, 26, 409, 301, 3887, 775, 2242, 1762, 7372, 1404, 885, 1188,
  3671, 185, 330, 2548, 1508, 4038, 3944, 1807, 184, 4386, 3498, 5515, 2108, 575, 390, 552, 882, 109, 560, 138, 560, 8,
];
const PER_100K_ELSEWHERE = new Map([
  [0x09, 726],
  [0x0a, 3016],
  [0x0d, 300],
]);
const PER_100K_OTHERS = 10;

/** Words that are far commoner than their letters say, and how many of each stand in 100,000 bytes. */
const COMMON_WORDS: readonly (readonly [string, number])[] = [
  ['  ', 12_000],
  ['//', 350],
  ['**', 400],
  ['/*', 250],
  [');', 700],
  ['()', 350],
  ['==', 180],
  ['const ', 216],
  ['the', 180],
  ['this', 148],
  ['return', 117],
  ['from ', 109],
  ['export', 155],
  ['function', 90],
  ['import ', 76],
  ['string', 60],
  ['require', 50],
  ['default', 55],
  ['value', 90],
  ['type', 90],
  ['name', 80],
  ['number', 40],
  ['any', 35],
  ['true', 39],
  ['false', 22],
  ['null', 30],
  ['undefined', 22],
  ['new ', 47],
  ['for ', 37],
  ['=> ', 150],
  [' = ', 600],
  ['error', 40],
  ['Error', 25],
  ['class', 25],
  ['async', 10],
  ['await', 10],
  ['.map', 15],
  ['http', 15],
  ['test', 20],
  ['console', 6],
  ['catch', 6],
  ['token', 20],
];

const words = COMMON_WORDS.map(([word, count]) => ({ bytes: [...Buffer.from(word)], share: count / 100_000 }));

const known = new WeakMap<ByteClass, number>();

/** About how often some byte of a class stands at a position, 0 to 1. */
function rarityOf(set: ByteClass): number {
  const rarity = known.get(set) ?? countOf(set);
  known.set(set, rarity);
  return rarity;
}

function countOf(set: ByteClass): number {
  let count = 0;
  for (const byte of bytesOf(set)) {
    count += PER_100K[byte - 32] ?? PER_100K_ELSEWHERE.get(byte) ?? PER_100K_OTHERS;
  }
  return Math.min(1, count / 100_000);
}

/** About how often a window begins at a position of ordinary source code, 0 to 1. */
export function windowRarity(classes: readonly ByteClass[]): number {
  let share = 1;
  for (const each of classes) share *= rarityOf(each);
  // Where the window is (part of) a common word, or holds one, it is at least as rare as what is left of it.
  for (const word of words) share = Math.max(share, shareBesides(classes, word.bytes) * word.share);
  return share;
}

/** How rare the rest of a window is where the word may lie in it or around it; 0 where it may not. */
function shareBesides(classes: readonly ByteClass[], word: readonly number[]): number {
  let best = 0;
  const least = Math.min(3, word.length);
  for (let shift = least - word.length; shift <= classes.length - least; shift++) {
    if (!liesIn(word, classes, shift)) continue;
    let rest = 1;
    for (let at = 0; at < classes.length; at++) {
      const set = classes[at];
      if (set === undefined) break;
      if (word[at - shift] === undefined) rest *= rarityOf(set);
    }
    best = Math.max(best, rest);
  }
  return best;
}

/** Whether the bytes of a word that begins at `shift` fit the classes, as far as both reach. */
function liesIn(word: readonly number[], classes: readonly ByteClass[], shift: number): boolean {
  for (let at = Math.max(0, shift); at < classes.length; at++) {
    const byte = word[at - shift];
    if (byte === undefined) return true;
    const set = classes[at];
    if (set === undefined || !hasByte(set, byte)) return false;
  }
  return true;
}
