import { expect, test } from 'vitest';
import { declaresMethod } from '../../src/syntax/declares-method.js';
import { parseSyntax } from '../../src/syntax/parse-syntax.js';

test.each([
  ['class A { push(x) {} }', 'push', true],
  ['class A { push = (x) => x }', 'push', true],
  ['const a = { push(x) {} }', 'push', true],
  ['const a = { push: function (x) {} }', 'push', true],
  ["const a = { 'push': (x) => x }", 'push', true],
  ["class A { ['push'](x) {} }", 'push', true],
  ['interface A { push(x): void }', 'push', true],
  ['a.push = b', 'push', true],
  ['class A { $push(x) {} }', '$push', true],
  ['a.push$ = b', 'push$', true],
  ['class A { #push(x) {} }', '#push', true],
  ['a.push(b)', 'push', false],
  ['a.push === b', 'push', false],
  ['const a = { push: 1 }', 'push', false],
  ['class A { $push(x) {} }', 'push', false],
  ['class A { #push(x) {} }', 'push', false],
  ['class A { push(x) {} }', '$', false],
])('%s: a method "%s"', (text, name, expected) => {
  const tree = parseSyntax('a.ts', text);
  expect(tree && declaresMethod(tree, name)).toBe(expected);
});
