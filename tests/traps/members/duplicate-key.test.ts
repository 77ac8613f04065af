import { describe, expect, test } from 'vitest';
import { mend } from '../../fix/mend.js';

/** What is in the object behind `httpOnly`. */
const require = (rest: string, kind: 'before' | 'after' = 'before') => {
  const text = `export const f = (secure: any, d: any) => ({\n  httpOnly: true,\n${rest}});\n`;
  const fix = { strategy: 'insert', anchor: { kind, regex: /httpOnly/ }, text: 'secure: true,' } as const;
  return { text, after: mend({ text, pattern: null, fix }) };
};

describe('a key that is required is not set where another one wins', () => {
  test.each([
    ['a key', '  secure: false,\n'],
    ['a key in quotes', "  'secure': false,\n"],
    ['a shorthand', '  secure,\n'],
    ['a method', '  secure() {},\n'],
    ['a getter', '  get secure() { return false; },\n'],
    ['a setter', '  set secure(v) {},\n'],
    ['a computed key that is written out', "  ['secure']: false,\n"],
    ['one in backticks', '  [`secure`]: false,\n'],
    ['a spread', '  ...d,\n'],
    ['a spread further behind', '  path: 1,\n  ...d,\n'],
  ])('%s', (_, rest) => expect(require(rest).after).toBe('<name-taken>'));

  test.each([
    ['another key', '  path: 1,\n'],
    ['another getter and its setter', '  get path() { return 1; },\n  set path(v) {},\n'],
    ['a spread of another object', '  path: { ...d },\n'],
    ['what is doubled already', '  path: 1,\n  path: 2,\n'],
  ])('but it is beside %s', (_, rest) => {
    const { text, after } = require(rest);
    expect(after).toBe(text.replace('  httpOnly', '  secure: true,\n  httpOnly'));
  });

  test('but it is behind a spread', () => {
    const text = 'export const f = (d: any) => ({\n  ...d,\n  httpOnly: true,\n});\n';
    const fix = { strategy: 'insert', anchor: { kind: 'after', regex: /httpOnly/ }, text: 'secure: true,' } as const;
    expect(mend({ text, pattern: null, fix })).toBe(text.replace('true,\n', 'true,\n  secure: true,\n'));
  });
});

test('a value that is forbidden may be exchanged in front of a spread', () => {
  const text = 'export const f = (d: any) => ({ secure: false, ...d });\n';
  const findReplace = { find: /secure: false/g, replace: 'secure: true' };
  expect(mend({ text, pattern: /secure: false/, fix: { findReplace } })).toBe(text.replace('false', 'true'));
});
