import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const run = (text: string) => replaced(text, /a\[a\.length\] = b/, 'a.push(b)');

test.each([
  'function f() { return a[a.length] = b; }',
  'const c = (a[a.length] = b);',
  'const f = () => (a[a.length] = b);',
])('«%s» uses what is set', (text) => {
  expect(run(text)).toBe('<same-result>');
});

test.each([
  ['a[a.length] = b;', 'a.push(b);'],
  ['c.forEach((b) => (a[a.length] = b));', 'c.forEach((b) => (a.push(b)));'],
])('«%s» does not', (text, expected) => {
  expect(run(text)).toBe(expected);
});
