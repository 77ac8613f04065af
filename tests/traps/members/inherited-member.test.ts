import { describe, expect, test } from 'vitest';
import { mend, replaced } from '../../fix/mend.js';

describe('in to Object.hasOwn', () => {
  const find = /(["'\w]+) in (\w+)/g;
  const run = (text: string) => replaced(text, find, 'Object.hasOwn($2, $1)');

  test.each([
    ['a literal', 'const o = { a: 1 }; x = k in o;', 'const o = { a: 1 }; x = Object.hasOwn(o, k);'],
    ['a record', 'f = (o: Record<string, 1>) => k in o;', 'f = (o: Record<string, 1>) => Object.hasOwn(o, k);'],
    ['anything', 'x = "a" in o;', '<same-result>'],
    ['the browser', 'if ("share" in navigator) f();', '<same-result>'],
    ['a union that it narrows', 'f = (o: A | B) => ("a" in o ? o.a : o.b);', '<same-result>'],
  ])('%s', (_, text, after) => {
    expect(run(text)).toBe(after);
  });

  test('nor the other way round', () => {
    const own = /(\w+)\.hasOwnProperty\((\w+)\)/g;
    const fix = { findReplace: { find: own, replace: '$2 in $1' } };
    expect(mend({ text: 'x = o.hasOwnProperty(k);', pattern: own, fix })).toBe('<same-result>');
  });
});

test('Object.create(null) is no literal', () => {
  const find = /Object\.create\(null\)/g;
  expect(replaced('x = Object.create(null);', find, '{}')).toBe('<same-result>');
});
