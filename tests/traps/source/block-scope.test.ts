import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

test('an edit that holds the beginning of a declaration is asked as one inside of it', () => {
  expect(replaced('export let a = 1;', /export let/g, 'export const')).toBe('export const a = 1;');
  expect(replaced('export let a = 1; a = 2;', /export let/g, 'export const')).toBe('<variable-scope>');
  const closure = 'export function f(b) { for (var a of b) g(() => a); }';
  expect(replaced(closure, /for \(var/g, 'for (let')).toBe('<variable-scope>');
  expect(replaced(closure.replace('() => ', ''), /for \(var/g, 'for (let')).toContain('for (let a of b) g(a);');
});
