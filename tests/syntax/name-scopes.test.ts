import { describe, expect, test } from 'vitest';
import { nameScopes } from '../../src/syntax/name-scopes.js';
import { parseSyntax } from '../../src/syntax/parse-syntax.js';

/** Each reference to a name, as the kind of what binds it, or `global`. */
function uses(text: string, name: string): readonly string[] {
  const tree = parseSyntax('a.tsx', text);
  if (!tree) throw new Error('no tree');
  return nameScopes(tree)
    .references.filter((each) => each.name === name)
    .map((each) => each.binding?.kind ?? 'global');
}

describe('what a name means', () => {
  test.each([
    ['import x from "x"; x', ['import']],
    ['import { x } from "x"; x', ['import']],
    ['import { y as x } from "x"; x', ['import']],
    ['import * as x from "x"; x.y', ['import']],
    ['import x = require("x"); x', ['import']],
    ['x', ['global']],
    ['const x = 1; x', ['const']],
    ['{ let x; } x', ['global']],
    ['{ var x; } x', ['var']],
    ['function f() { var x; } x', ['global']],
    ['function f(x) { return x; }', ['parameter']],
    ['function f({ a: [x = 1] }, ...y) { return x; }', ['parameter']],
    ['const f = (x) => x', ['parameter']],
    ['function f(a = x) {}', ['global']],
    ['x(); function x() {}', ['function']],
    ['const f = function x() { x(); }; x', ['function', 'global']],
    ['class x {} new x', ['class']],
    ['try {} catch (x) { x } x', ['catch', 'global']],
    ['for (const x of y) x; x', ['const', 'global']],
    ['switch (1) { case 1: let x; x }', ['let']],
    ['type x = 1; let y: x', ['type']],
    ['interface x {} let y: x', ['type']],
    ['enum x {} x.a', ['enum']],
    ['namespace x {} x.a', ['namespace']],
    ['function f<x>(a: x) {}', ['type']],
    ['a.x', []],
    ['a[x]', ['global']],
    ['({ x: 1 })', []],
    ['({ x })', ['global']],
    ['({ [x]: 1 })', ['global']],
    ['({ a: x } = b)', ['global']],
    ['const { x: y } = a', []],
    ['class A { x = 1; x2() {} }', []],
    ['class A { [x] = 1 }', ['global']],
    ['x: for (;;) break x', []],
    ['export { x }; const x = 1', ['const']],
    ['export { x } from "y"', []],
    ['<x.y />', ['global']],
    ['<X x={1} />', []],
    ['<x />', []],
    ['let a: typeof x', ['global']],
    ['let a: N.x', []],
    ['let f: (x: number) => void', []],
    ['class A { static { var x; } } x', ['global']],
  ])('%s', (text, expected) => {
    expect(uses(text, 'x')).toEqual(expected);
  });

  test('a component is used by its tag', () => {
    expect(uses('import { X } from "x"; <X>a</X>', 'X')).toEqual(['import', 'import']);
  });
});
