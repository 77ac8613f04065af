import { expect, test } from 'vitest';
import { mayBindName } from '../../src/syntax/may-bind-name.js';
import { nameScopes } from '../../src/syntax/name-scopes.js';
import { parseSyntax } from '../../src/syntax/parse-syntax.js';

test.each([
  ['x()', false],
  ['a.x(); x.a; [x]; `${x}`; <x.y />', false],
  ['// x\nf("x", /x/, `x`)', false],
  ['let xx; let ax; $x', false],
  ['let a: x; let b: typeof x', false],
  ['const x = 1', true],
  ['import x from "x"', true],
  ['import { y as x } from "x"', true],
  ['import * as x from "x"', true],
  ['function x() {}', true],
  ['const f = function x() {}', true],
  ['function f({ a: [x = 1] }, ...y) {}', true],
  ['(x) => x', true],
  ['class x {}', true],
  ['enum x {}', true],
  ['namespace x {}', true],
  ['type x = 1', true],
  ['function f<x>() {}', true],
  ['try {} catch (x) {}', true],
  ['for (const x of y);', true],
  ['const { x } = a', true],
  ['let \\u0078 = 1', true],
])('%s: %s', (text, expected) => {
  const tree = parseSyntax('a.tsx', text);
  if (!tree) throw new Error('no tree');
  expect(tree.errors).toEqual([]);
  expect(mayBindName(tree, 'x')).toBe(expected);
  // It may say yes in vain, never no.
  if (nameScopes(tree).bindings.some(({ name }) => name === 'x')) expect(expected).toBe(true);
});
