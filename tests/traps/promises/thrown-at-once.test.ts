import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const run = (text: string) => replaced(text, /new Promise\(\(d\) => d\((.*)\)\)/, 'Promise.resolve($1)');

test('what may fail is thrown', () => {
  expect(run('const f = (a) => new Promise((d) => d(JSON.parse(a)));')).toBe('<same-result>');
});

test.each([
  ['const f = () => new Promise((d) => d(1));', 'const f = () => Promise.resolve(1);'],
  ['const f = async (a) => new Promise((d) => d(b(a)));', 'const f = async (a) => Promise.resolve(b(a));'],
])('«%s» is not', (text, expected) => {
  expect(run(text)).toBe(expected);
});
