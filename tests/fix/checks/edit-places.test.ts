import { describe, expect, test } from 'vitest';
import { mend } from '../mend.js';

const OF_BOTH = 'if (a == null && b == null)';
const NO_MORE = 'if (a === null && b === null)';

describe('what an edit repeats hides nothing from the traps', () => {
  test.each([
    ['an export', 'export let a = 1; a = 2;', 'export let', 'export const', '<variable-scope>'],
    ['an export of a constant', 'export let a = 1; f(a);', 'export let', 'export const', 'export const a = 1; f(a);'],
    [
      'a default export',
      'export default function f() {}',
      'export default function',
      'export default async function',
      '<same-result>',
    ],
    ['the head of a loop', 'for (var i = 0; ; ) {} f(i);', 'for (var', 'for (let', '<variable-scope>'],
    ['the head of a loop alone', 'for (var i = 0; ; ) {}', 'for (var', 'for (let', 'for (let i = 0; ; ) {}'],
    ['the statement before', 'f(); let a = 1; a = 2;', 'f(); let', 'f(); const', '<variable-scope>'],
    ['the opening of a block', 'if (x) { var a = 1; } f(a);', '{ var', '{ let', '<variable-scope>'],
    ['what a value is assigned to', 'const a = parseInt(b, 10);', 'a = parseInt(', 'a = Number(', '<same-arguments>'],
    ['an enum that is exported', 'export enum A { B }', 'export enum', 'export const enum', '<still-referenced>'],
    ['what closes a call', 'f(a == null);', 'a == null)', 'a === null)', '<null-comparison>'],
    ['the end of a statement', 'const c = a == null;', 'c = a == null;', 'c = a === null;', '<null-comparison>'],
    ['what joins two changes', 'if (a == null && b == null) f();', OF_BOTH, NO_MORE, '<null-comparison>'],
    ['harmless, joined', 'if (a() && b()) f();', 'if (a() && b())', 'if (b() && a())', 'if (b() && a()) f();'],
    [
      'an argument beside another change',
      'f(parseInt(a, 10), 1);',
      'f(parseInt(a, 10), 1)',
      'f(Number(a, 10), 2)',
      '<same-arguments>',
    ],
  ])('%s', (_, text, find, replace, after) => {
    const written = find.replace(/[()[\]{}]/g, '\\$&');
    const findReplace = { find: new RegExp(written, 'g'), replace };
    expect(mend({ text, pattern: new RegExp(written), fix: { findReplace } })).toBe(after);
  });
});

describe('what stands around an edit is compared with what stands there now', () => {
  test.each([
    [
      'a function for a value in an async function',
      'async function f() { g(job, 1); }',
      'g(job, 1)',
      'g(() => job, 1)',
      'async function f() { g(() => job, 1); }',
    ],
    [
      'a comparison inside a comparison',
      'const is = (a == 1) === c;',
      'a == 1',
      'a.has(c === null)',
      'const is = (a.has(c === null)) === c;',
    ],
  ])('%s', (_, text, find, replace, after) => {
    const findReplace = { find: new RegExp(find.replace(/[()[\]{}.]/g, '\\$&'), 'g'), replace };
    expect(mend({ text, pattern: new RegExp(findReplace.find.source), fix: { findReplace } })).toBe(after);
  });
});
