import { quietRanges } from '../../syntax/quiet-ranges.js';

/** A text that lines were inserted in. */
export interface Inserted {
  readonly text: string;
  /** See `codeAlone`. */
  readonly code: string;
}

/**
 * A text of a language that is not parsed, as long as it is, in which comments are blank and strings are `x` from end to
 * end: what is left of brackets, words and line ends is code.
 */
export function codeAlone(path: string, text: string): string {
  let code = '';
  let at = 0;
  for (const { start, end } of quietRanges(path, text)) {
    const quiet = text.slice(start, end);
    code += text.slice(at, start) + (isText(quiet) ? 'x'.repeat(quiet.length) : quiet.replace(/[^\r\n]/g, ' '));
    at = end;
  }
  return (code + text.slice(at)).replace(STRING, (string) => 'x'.repeat(string.length));
}

/** Documentation strings count as comments elsewhere; in the code around them they are statements. */
function isText(quiet: string): boolean {
  return /^["'`]/.test(quiet);
}

/** Those of data and shells, which hold code and so are not quiet. */
const STRING = /(?<!\\)"(?:\\.|[^"\\\r\n])*"|'[^'\r\n]*'/g;

/** The bracket around an offset that was opened last; null at the top, and where not all of the code pairs up. */
export function bracketAround(code: string, offset: number): { readonly at: number; readonly bracket: string } | null {
  const open: number[] = [];
  let around: number | null = null;
  let isPassed = false;
  for (const { index, 0: bracket } of code.matchAll(/[()[\]{}]/g)) {
    if (!isPassed && index >= offset) {
      around = open.at(-1) ?? null;
      isPassed = true;
    }
    if (/[([{]/.test(bracket)) open.push(index);
    else if (PAIRS.get(bracket) !== code.charAt(open.pop() ?? -1)) return null;
  }
  return open.length > 0 || around === null ? null : { at: around, bracket: code.charAt(around) };
}

const PAIRS: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
]);
