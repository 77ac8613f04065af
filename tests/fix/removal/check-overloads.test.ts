import { describe, expect, test } from 'vitest';
import { answerTo, mend } from '../mend.js';

const FUNCTION = [
  'export function f(x: string): string;',
  'export function f(x: number): number;',
  'export function f(x: any): any {',
  '  return x;',
  '}',
  '',
];
const METHOD = ['export class A {', '  f(x: string): string;', '  f(x: any): any {', '    return x;', '  }', '}', ''];

const insert = (lines: readonly string[], kind: 'before' | 'after', regex: RegExp, text = "alert('f');") =>
  mend({ text: lines.join('\n'), pattern: null, fix: { strategy: 'insert', anchor: { kind, regex }, text } });
const at = (lines: readonly string[], line: number, text: string) => lines.toSpliced(line, 0, text).join('\n');

describe('the overloads of a function stay together', () => {
  test.each([
    ['before the function', 'before', /x: any/],
    ['before its second signature', 'before', /x: number/],
    ['behind its first signature', 'after', /x: string/],
    ['behind its last signature', 'after', /x: number/],
  ] as const)('%s', (_, kind, regex) => expect(insert(FUNCTION, kind, regex)).toBe('<edit-bounded>'));

  test.each([
    ['before a method', 'before', /x: any/],
    ['behind the signature of a method', 'after', /x: string/],
  ] as const)('%s', (_, kind, regex) => {
    expect(insert(METHOD, kind, regex, 'g() {}')).toMatch(/^<(?:edit-bounded|result-parses)>$/);
  });

  test('when lines come with what is found', () => {
    const text = FUNCTION.join('\n');
    const findReplace = { find: /export (?=function f\(x: any)/g, replace: 'alert();\nexport ' };
    expect(mend({ text, pattern: /export function f\(x: any/, fix: { findReplace } })).toBe('<edit-bounded>');
  });

  test('and it is said whose', () => {
    const fix = { strategy: 'insert', anchor: { kind: 'before', regex: /x: any/ }, text: 'alert();' } as const;
    expect(answerTo({ text: FUNCTION.join('\n'), pattern: null, fix })).toMatchObject({
      detail: 'The overloads of "f" would not stand one behind the other any more.',
    });
  });
});

describe('lines go', () => {
  test.each([
    ['above the first signature', FUNCTION, 'before', /x: string/, 0],
    ['below the function', [...FUNCTION.slice(0, -1), 'g();', ''], 'before', /g\(\)/, 5],
    ['beside a function of another name', ['function g() {}', ...FUNCTION], 'after', /g\(\)/, 1],
    ['beside what is only declared', ['declare function g(): void;', 'f();', ''], 'before', /f\(\)/, 1],
  ] as const)('%s', (_, lines, kind, regex, line) => {
    expect(insert(lines, kind, regex)).toBe(at(lines, line, "alert('f');"));
  });

  test('beside functions of a module that is only declared', () => {
    const lines = ["declare module 'm' {", '  function f(): void;', '  function g(): void;', '}', ''];
    expect(insert(lines, 'before', /g\(\)/, 'function h(): void;')).toBe(at(lines, 2, '  function h(): void;'));
  });

  test('beside a method that need not be there', () => {
    const lines = ['class A {', '  f?(): void;', '  g() {}', '}', ''];
    expect(insert(lines, 'before', /g\(\)/, 'h() {}')).toBe(at(lines, 2, '  h() {}'));
  });

  test('into the function', () => {
    expect(insert(FUNCTION, 'before', /return x/)).toBe(at(FUNCTION, 3, "  alert('f');"));
  });
});
