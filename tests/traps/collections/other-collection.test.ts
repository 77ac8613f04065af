import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

test.each([
  ['const a = {}; a.b = 1;', '= \\{\\}', '= new Map()', '<same-result>'],
  ['const a = []; a.push(1);', '\\[\\]', 'new Set()', '<same-result>'],
  ['const a = [1]; f(a);', '\\[1\\]', 'new Set([1])', '<same-result>'],
  ['const a = {}; f(a);', '\\{\\}', 'Object.create(null)', 'const a = Object.create(null); f(a);'],
])('%s', (text, find, replace, after) => {
  expect(replaced(text, find, replace)).toBe(after);
});
