import { expect, test } from 'vitest';
import { mend } from '../mend.js';

const run = (text: string, find: RegExp, replace: string) =>
  mend({ text, pattern: find, fix: { findReplace: { find, replace } } });

test('an edit that holds the beginning of a declaration is asked as one inside of it', () => {
  expect(run('export let a = 1;', /export let/g, 'export const')).toBe('export const a = 1;');
  expect(run('export let a = 1; a = 2;', /export let/g, 'export const')).toBe('<variable-scope>');
  const closure = 'export function f(b) { for (var a of b) g(() => a); }';
  expect(run(closure, /for \(var/g, 'for (let')).toBe('<variable-scope>');
  expect(run(closure.replace('() => ', ''), /for \(var/g, 'for (let')).toContain('for (let a of b) g(a);');
});
