import { describe, expect, test } from 'vitest';
import { followValue } from '../../../src/semantics/values/follow-value.js';
import { parseSyntax } from '../../../src/syntax/parse-syntax.js';

/** The texts of all expressions that may have the value of `SOURCE`, and of what holds it. */
function follow(text: string): { readonly values: readonly string[]; readonly holders: readonly string[] } {
  const tree = parseSyntax('a.ts', text);
  const at = text.indexOf('SOURCE');
  if (tree === null || at < 0) throw new Error('nothing to follow');
  const { values, holders } = followValue(tree, tree.enclosing({ start: at, end: at + 6 }));
  const textOf = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
  const inOrder = (nodes: typeof values) => [...nodes].sort((a, b) => a.start - b.start || b.end - a.end).map(textOf);
  return { values: inOrder(values), holders: inOrder(holders) };
}

describe('a value is followed', () => {
  test.each([
    ['into a name and its uses', 'const a = SOURCE; f(a); g(b);', ['SOURCE', 'a']],
    ['through names', 'const a = SOURCE; const b = a; f(b);', ['SOURCE', 'a', 'b']],
    ['through an assignment', 'let a; f(a = SOURCE); g(a);', ['a = SOURCE', 'SOURCE', 'a']],
    [
      'through parts of an expression',
      'f(b ? (SOURCE as T)! : c);',
      ['b ? (SOURCE as T)! : c', '(SOURCE as T)!', '(SOURCE as T)', 'SOURCE as T', 'SOURCE'],
    ],
    ['out of an object', 'const o = { k: SOURCE }; f(o.k, o.j);', ['SOURCE', 'o.k']],
    ['out of an object taken apart', 'const o = { k: SOURCE }; const { k: n } = o; f(n);', ['SOURCE', 'n']],
    ['out of a field', 'class A { k = SOURCE; m() { return this.k } }', ['SOURCE', 'this.k']],
    ['out of a private field', 'class A { #k = SOURCE; m() { f(this.#k) } }', ['SOURCE', 'this.#k']],
    ['to the callers', 'function m() { return SOURCE } f(m());', ['SOURCE', 'm()']],
    ['to the callers of an arrow', 'const m = () => SOURCE; const x = m(); f(x);', ['SOURCE', 'm()', 'x']],
    ['to the callers of a method', 'const o = { m() { return SOURCE } }; f(o.m());', ['SOURCE', 'o.m()']],
    ['into a function of the file', 'function m(a, b = 1) { f(b) } m(1, SOURCE);', ['b', 'SOURCE']],
    ['through a sequence', 'const a = (b, SOURCE); f(a);', ['(b, SOURCE)', 'b, SOURCE', 'SOURCE', 'a']],
    ['not from the middle of a sequence', 'const a = (SOURCE, b); f(a);', ['SOURCE']],
    ['through an await', 'const a = await SOURCE; f(a);', ['await SOURCE', 'SOURCE', 'a']],
    ['through a default', 'const a = SOURCE || b; f(a);', ['SOURCE || b', 'SOURCE', 'a']],
    ['through satisfies', 'const a = SOURCE satisfies T; f(a);', ['SOURCE satisfies T', 'SOURCE', 'a']],
    ['into a default of a parameter', 'function m(a = SOURCE) { f(a) }', ['SOURCE', 'a']],
    ['into a default of a pattern', 'const { a = SOURCE } = b; f(a);', ['SOURCE', 'a']],
    ['out of an assigned member', 'o.k = SOURCE; f(p.k, p.j);', ['o.k = SOURCE', 'o.k', 'SOURCE', 'p.k']],
    ['out of a quoted key', 'o["k"] = SOURCE; f(p.k);', ['o["k"] = SOURCE', 'o["k"]', 'SOURCE', 'p.k']],
    ['not out of a computed key', 'o[k] = SOURCE; f(p.k);', ['o[k] = SOURCE', 'SOURCE']],
    ['not out of a numbered key', 'o[1] = SOURCE; f(p[1]);', ['o[1] = SOURCE', 'SOURCE']],
    ['not where it is compared', 'const a = SOURCE === b; f(a);', ['SOURCE']],
    ['not where it is called', 'SOURCE(a);', ['SOURCE']],
    ['not where the name is assigned', 'let a = SOURCE; a = 1; f(a);', ['SOURCE', 'a']],
    ['but where it is added to', 'let a = SOURCE; a += 1;', ['SOURCE', 'a']],
    ['to the callers of a declared function', 'const m = function () { return SOURCE }; f(m());', ['SOURCE', 'm()']],
    ['to the callers of a named expression', 'const m = function n() { return SOURCE }; f(m(), n());', ['SOURCE']],
    ['not to who hands the function on', 'function m() { return SOURCE } f(m);', ['SOURCE']],
    ['not to who calls it within', 'function m() { return SOURCE } f(m.call());', ['SOURCE']],
    ['to the callers of a method of a class', 'class A { m() { return SOURCE } } f(a.m());', ['SOURCE', 'a.m()']],
    ['out of the inner function only', 'function m() { return () => SOURCE } f(m());', ['SOURCE']],
    ['into a function that is a constant', 'const m = (a) => f(a); m(SOURCE);', ['a', 'SOURCE']],
    ['not into a function too few take', 'function m(a) { f(a) } m(1, SOURCE);', ['SOURCE']],
    ['not into a member of that name', 'function m(a) { f(a) } o.m(SOURCE);', ['SOURCE']],
    ['round a circle once', 'let a = SOURCE; let b = a; a = b;', ['SOURCE', 'a', 'a = b', 'b']],
    ['not into the test of a condition', 'const a = SOURCE ? 1 : 2; f(a);', ['SOURCE']],
    ['not to functions of other files', 'import { m } from "m"; m(SOURCE);', ['SOURCE']],
    ['not to a name of another scope', 'const a = SOURCE; { const a = 1; f(a) }', ['SOURCE']],
  ])('%s', (_, text, values) => {
    expect(follow(text).values).toEqual(values);
  });

  test('what holds it is named, whatever declares its type', () => {
    const text = 'interface I { k: number } function m(a: number): string { return a } const o: I = { k: m(SOURCE) };';
    expect(follow(text).holders).toEqual([
      'k: number',
      'function m(a: number): string { return a }',
      'a: number',
      'k: m(SOURCE)',
    ]);
  });
});
