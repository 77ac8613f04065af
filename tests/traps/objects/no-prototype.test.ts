import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const run = (text: string) => replaced(text, /(?<== )\{\}/, 'Object.create(null)');

test.each(['a.hasOwnProperty(k)', 'a.toString()', '`${a}`'])('an object that is asked by %s', (use) => {
  expect(run(`const a = {};\nx = ${use};`)).toBe('<same-result>');
});

test.each(['a[k] = 1', 'a.size', 'Object.keys(a)', 'k in a'])('one that is asked by %s', (use) => {
  expect(run(`const a = {};\nx = ${use};`)).toBe(`const a = Object.create(null);\nx = ${use};`);
});
