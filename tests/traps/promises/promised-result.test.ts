import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

test.each([
  ['function f(a) { return Promise.resolve(a); }', 'Promise\\.resolve\\((\\w+)\\)', '$1', '<same-result>'],
  ['const f = (a) => Promise.resolve(a);', 'Promise\\.resolve\\((\\w+)\\)', '$1', '<same-result>'],
  ['f(Promise.resolve(a));', 'Promise\\.resolve\\((\\w+)\\)', '$1', '<same-result>'],
  ['const f = async (a) => Promise.resolve(a);', 'Promise\\.resolve\\((\\w+)\\)', '$1', 'const f = async (a) => a;'],
  ['b.then((a) => Promise.resolve(a));', 'Promise\\.resolve\\((\\w+)\\)', '$1', 'b.then((a) => a);'],
  [
    'const f = (a) => Promise.resolve(a);',
    'Promise\\.resolve\\((\\w+)\\)',
    'Promise.any([$1])',
    'const f = (a) => Promise.any([a]);',
  ],
])('%s', (text, find, replace, after) => {
  expect(replaced(text, find, replace)).toBe(after);
});
