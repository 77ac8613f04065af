import { describe, expect, test } from 'vitest';
import { nameScopes } from '../../src/syntax/name-scopes.js';
import { parseSyntax } from '../../src/syntax/parse-syntax.js';
import type { SyntaxTree } from '../../src/syntax/syntax-tree.js';

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

test('one name is read as all names are', () => {
  const forms = [
    'import { x, y as z } from "x"; export { x }; export { z as x }; <x.y>{x}</x.y>',
    'const { x, a: { x: b = x } = {}, ...z } = x; ({ x, [x]: x } = { x }); x: for (;;) break x',
    'function x(x, y = x) { var x = y; { let x = 1; x; } return function x() { return x } } class z<x> extends x { x = x; [x]() {} }',
    'type x<z> = z extends infer x ? x : never; enum z { x, y = x } namespace x.z {} try {} catch { x } finally { x.x?.x }',
    'let y: (x: z) => x is y; declare function z(this: x, ...x: y[]): asserts x; export default x; import x2 = x.z;',
  ];
  for (const text of forms) {
    const one = nameScopes(treeOf(text));
    const found = ['x', 'y', 'z'].map((name) => ({ name, ...one.named(name) }));
    for (const { name, bindings, references } of found) {
      // The same bindings, and each use means one of them.
      expect(bindings).toEqual(one.bindings.filter((each) => each.name === name));
      expect(references).toEqual(one.references.filter((each) => each.name === name));
      for (const { node, binding } of references) expect(one.resolve(name, node)).toBe(binding);
    }
    expect(found.flatMap(({ references }) => references).length).toBeGreaterThan(0);
  }
});

function treeOf(text: string): SyntaxTree {
  const tree = parseSyntax('a.tsx', text);
  if (!tree) throw new Error('no tree');
  expect(tree.parsed).toBe(true);
  return tree;
}
