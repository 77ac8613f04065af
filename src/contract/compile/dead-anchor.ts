import { type Complaint, complaints } from '../problem-catalogue.js';

/**
 * Finds an anchor that keeps a pattern, or a branch of it, from ever matching: in `/$.ajax/` something would have to
 * follow the end of the text. Mostly the character was meant.
 * @param flags of the pattern
 * @returns null as well under the flag `v`, whose classes hold others
 */
export function findDeadAnchor(source: string, flags: string): Complaint | null {
  if (flags.includes('v')) return null;
  const tokens = tokensOf(source);
  const isLine = flags.includes('m');
  for (const [at, { kind, text, index }] of tokens.entries()) {
    if (kind !== 'anchor') continue;
    const beside = text === '$' ? tokens[at + 1] : tokens[at - 1];
    if (beside === undefined || !stands(beside, isLine)) continue;
    if (text === '$' && isOptional(tokens[at + 2])) continue;
    return complaints.patternDeadAnchor(text, index + 1, beside.text, isLine);
  }
  return null;
}

interface Token {
  readonly kind: 'anchor' | 'character' | 'some' | 'quantifier' | 'other';
  readonly text: string;
  readonly index: number;
}

/** `some`: one of several characters, or the end of a line itself. Whatever has no width, opens, closes or parts is `other`. */
const TOKENS: readonly (readonly [Token['kind'], RegExp])[] = [
  ['anchor', /[$^]/y],
  ['quantifier', /(?:[*+?]|\{\d+(?:,\d*)?\})\??/y],
  [
    'some',
    /\[(?:[^\]\\]|\\[\s\S])*\]|\\[dDsSwWnrvtf0]|\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2}|\\c[A-Za-z]|\.|\\?[\n\r\u2028\u2029]/y,
  ],
  ['other', /\((?:\?(?:[:=!]|<[=!]|<[^>]+>))?|[)|]|\\k<[^>]+>|\\[bB1-9k]/y],
  ['character', /\\?[\s\S]/y],
];

function tokensOf(source: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let index = 0; index < source.length; ) {
    const token = tokenAt(source, index);
    tokens.push(token);
    index += token.text.length;
  }
  return tokens;
}

function tokenAt(source: string, index: number): Token {
  for (const [kind, form] of TOKENS) {
    form.lastIndex = index;
    const text = form.exec(source)?.[0];
    if (text) return { kind, text, index };
  }
  return { kind: 'other', text: source.charAt(index), index };
}

/** Whether it takes a character that cannot stand beside the anchor; a line may well end before one of several. */
function stands({ kind }: Token, isLine: boolean): boolean {
  return kind === 'character' || (kind === 'some' && !isLine);
}

function isOptional(token: Token | undefined): boolean {
  return token?.kind === 'quantifier' && /^(?:[*?]|\{0)/.test(token.text);
}
