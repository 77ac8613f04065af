// Writes names, values and layouts at random, the same ones for the same seed.

export interface Pen {
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number;
  pick<T>(from: readonly T[]): T;
  /** A name nobody else has, in words; spelt by the callers. */
  words(...last: readonly string[]): readonly string[];
  /** A quoted text without anything special in it. */
  text(): string;
}

const FIRST = ['stripe', 'mail', 'admin', 'session', 'cloud', 'search', 'billing', 'legacy', 'partner', 'webhook'];

export function makePen(seed: number): Pen {
  let state = seed >>> 0;
  let count = 0;
  // mulberry32: small, fast, and good enough to choose test input.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = <T>(from: readonly T[]): T => {
    const chosen = from[below(from.length)];
    if (chosen === undefined) throw new Error('nothing to pick from');
    return chosen;
  };
  return {
    below,
    pick,
    words: (...last) => [pick(FIRST), letters(count++), ...last],
    text: () => `${pick(FIRST)} ${letters(below(9999))} ${pick(['ready', 'done', 'late', 'lost'])}`,
  };
}

/** Digits would be a matter of spelling; letters never are. */
function letters(number: number): string {
  return `q${[...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`;
}

export function camel(words: readonly string[]): string {
  return words.map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('');
}

export function snake(words: readonly string[]): string {
  return words.join('_');
}

export function upper(words: readonly string[]): string {
  return words.join('_').toUpperCase();
}
