import { parseSyntax } from '../../../../src/syntax/parse-syntax.js';
import type { Mutant } from './make-mutant.js';

export interface Verdict {
  /** `wrong`: neither what it was, nor the same program, nor left alone. */
  readonly kind: 'byte-for-byte' | 'equivalent' | 'escalated' | 'wrong';
  readonly decoyTouched: boolean;
  /** Why it was escalated, or what came out. */
  readonly detail: string;
}

/** @param reasons why a place was left, as far as the tool tells */
export function judgeText({ path, clean, spoilt, decoy }: Mutant, text: string, reasons: string): Verdict {
  const decoyTouched = occurrences(text, decoy) < occurrences(clean, decoy);
  if (text === clean) return { kind: 'byte-for-byte', decoyTouched, detail: '' };
  if (sameProgram(path, text, clean)) return { kind: 'equivalent', decoyTouched, detail: firstDifference(clean, text) };
  if (text === spoilt) return { kind: 'escalated', decoyTouched, detail: reasons };
  return { kind: 'wrong', decoyTouched, detail: `${reasons}\n${firstDifference(clean, text)}` };
}

/** The same tree but for layout, quotes and parentheses. Comments are not part of it. */
function sameProgram(path: string, a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => parseSyntax(path, text));
  if (!left || !right || left.errors.length > 0) return false;
  return JSON.stringify(left.program, withoutLayout) === JSON.stringify(right.program, withoutLayout);
}

function withoutLayout(key: string, value: unknown): unknown {
  if (['start', 'end', 'range', 'raw', 'loc'].includes(key)) return undefined;
  return typeof value === 'bigint' ? String(value) : value;
}

function occurrences(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** The first line that differs, of both texts. */
function firstDifference(expected: string, got: string): string {
  const [a, b] = [expected.split('\n'), got.split('\n')];
  const at = a.findIndex((line, index) => line !== b[index]);
  return at < 0
    ? `  got more: ${b[a.length]}`
    : `  line ${at + 1} expected: ${a[at]}\n  line ${at + 1} got:      ${b[at]}`;
}
