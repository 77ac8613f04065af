import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

test.each([
  ['f(_.toString(x));', /_\.toString\((\w+)\)/, 'String($1)'],
  ['f(_.toInteger(x));', /_\.toInteger\((\w+)\)/, 'Number($1)'],
  ['f(_.toInteger(x));', /_\.toInteger\((\w+)\)/, 'Math.trunc($1)'],
])('of nothing the library makes an empty text or 0: %s', (text, find, replace) => {
  expect(replaced(text, find, replace, { path: 'a.js' })).toBe('<same-result>');
});

test.each([
  ['const f = (x: number) => _.toString(x);', /_\.toString\((\w+)\)/, 'String($1)', 'String(x)'],
  ['const f = (x) => _.toString(x);', /_\.toString\((\w+)\)/, "String($1 ?? '')", "String(x ?? '')"],
  ['const f = (x) => _.toInteger(x);', /_\.toInteger\((\w+)\)/, '(Math.trunc(Number($1)) || 0)', null],
  ['const f = (x) => _.toNumber(x);', /_\.toNumber\((\w+)\)/, 'Number($1)', 'Number(x)'],
])('and so does %s', (text, find, replace, made) => {
  const after = made ?? '(Math.trunc(Number(x)) || 0)';
  expect(replaced(text, find, replace)).toBe(text.replace(find, after));
});
