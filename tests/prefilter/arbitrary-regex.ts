import fc from 'fast-check';

const PIECES = [
  'a',
  'b',
  'K',
  'é',
  's',
  'ſ',
  '_',
  ' ',
  '\\s',
  '\\w',
  '\\d',
  '.',
  '[ab]',
  '[^a]',
  '[a-cK]',
  '\\.',
  '\\/',
  'ab',
  'abc',
  'x:',
  '\\b',
  '^',
  '$',
  '(?=a)',
  '(?!b)',
  '(?<=a)',
  '(?<!b)',
  '\\x51',
  '\\u0062',
  '[\\s\\S]',
  '[é]',
  '😀',
  '\\n',
];
const QUANTIFIERS = ['', '', '', '?', '*', '+', '{2}', '{1,2}', '{0,1}', '{2,}', '+?', '*?'];

const sources: fc.Memo<string> = fc.memo((depth) => {
  const leaf = fc.constantFrom(...PIECES);
  const atom =
    depth <= 1
      ? leaf
      : fc.oneof(
          { arbitrary: leaf, weight: 4 },
          {
            arbitrary: fc.tuple(fc.constantFrom('(', '(?:'), sources()).map(([open, inner]) => `${open}${inner})`),
            weight: 2,
          },
          { arbitrary: sources().map((inner) => `(?=${inner})`), weight: 1 },
        );
  const term = fc.tuple(atom, fc.constantFrom(...QUANTIFIERS)).map(([piece, quantifier]) => {
    const isWhole = piece.length === 1 || /^\\.$|^\[[^\]]*\]$|^\(.*\)$/s.test(piece);
    // A repetition within a repetition takes longer than any test may.
    if (piece.startsWith('(') && /[*+,]/.test(quantifier)) return piece;
    return isWhole ? `${piece}${quantifier}` : `(?:${piece})${quantifier}`;
  });
  const sequence = fc.array(term, { minLength: 1, maxLength: 4 }).map((terms) => terms.join(''));
  // A rare letter, or nearly every window would be too common to be worth anything.
  return fc
    .array(sequence, { minLength: 1, maxLength: 3 })
    .map((alternatives) => alternatives.join('|').replaceAll('a', 'Q'));
});

/** Small regexes of everything a contract may hold, as the product compiles them. */
export const regexes: fc.Arbitrary<RegExp> = fc
  .tuple(sources(3), fc.constantFrom('g', 'gi', 'gm', 'gs', 'gims'))
  .filter(([source, flags]) => compiles(source, flags) && repetitionsIn(source) <= MOST_REPETITIONS)
  .map(([source, flags]) => new RegExp(source, flags));

/** Each multiplies the ways to divide a text by its length: with a dozen of them a test would not end. */
const MOST_REPETITIONS = 3;

function repetitionsIn(source: string): number {
  return source.match(/[*+]|,\}/g)?.length ?? 0;
}

function compiles(source: string, flags: string): boolean {
  try {
    new RegExp(source, flags);
    return true;
  } catch {
    // Such as a quantifier behind a lookbehind.
    return false;
  }
}

/** What a pattern holds but for its syntax: more often than not it matches there. */
export function lettersOf({ source }: RegExp): string {
  return source
    .split('|')
    .map((part) => part.replace(/\(\?<?[=!][^)]*\)|\\[bsdwS]|\{[^}]*\}|[\\()[\]{}?*+^$:]/g, ''))
    .join(' ');
}

/** Texts in which such regexes find something. */
export const texts = fc
  .array(fc.constantFrom(...'abcKkéſsS_ .\n:x/1', '  ', 'ab', 'abc', 'x:', 'aab', '😀', '\t'), { maxLength: 24 })
  .map((pieces) => pieces.join('').replaceAll('a', 'Q'));

export const asciiTexts = texts.map((text) => text.replace(/[^\x00-\x7f]/g, 'b'));
