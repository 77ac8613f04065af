import { describe, expect, test } from 'vitest';
import { valueOwner } from '../../../src/fix/slots/value-owner.js';
import { isRefusal } from '../../../src/model/refusal.js';
import { nodeAt } from '../node-at.js';

/** The name of what owns a value, `-` where it has none, or why nothing does. */
function ownerIn(marked: string, path: string): string {
  const { tree, node } = nodeAt(marked, path);
  const owner = valueOwner(tree, node);
  if (isRefusal(owner)) return `<${owner.condition}> ${owner.detail}`;
  return owner.kind === 'named' ? (owner.name ?? '?') : '-';
}

describe('a value belongs', () => {
  test.each<[string, string]>([
    ['const a = «"x"»;', 'a'],
    ['const { a } = «"x"»;', '?'],
    ['a = «"x"»;', 'a'],
    ['class A { #a; f() { this.#a = «"x"»; } }', 'a'],
    ['o.a = «"x"»;', 'a'],
    ['o["x-a"] = «"x"»;', 'x-a'],
    ['o[a] = «"x"»;', '?'],
    ['o[1] = «"x"»;', '?'],
    ['o.a! = «"x"»;', 'a'],
    ['(o.a) = «"x"»;', 'a'],
    ['(o.a as any) = «"x"»;', 'a'],
    ['x = { a: «"x"» };', 'a'],
    ['x = { "a": «"x"» };', 'a'],
    ['x = { [a]: «"x"» };', '?'],
    ['x = { ["a"]: «"x"» };', 'a'],
    ['class A { a = «"x"» }', 'a'],
    ['class A { #a = «"x"» }', 'a'],
    ['class A { accessor a = «"x"» }', 'a'],
    ['const a = («"x"»);', 'a'],
    ['const a = «"x"» as string;', 'a'],
    ['const a = «"x"» satisfies string;', 'a'],
    ['const a = «"x"»!;', 'a'],
    ['const a = <string>«"x"»;', 'a'],
    ['f(«"x"»);', '-'],
    ['new A(«"x"»);', '-'],
    ['x = [«"x"»];', '-'],
    ['function f() { return «"x"»; }', '-'],
    ['throw «"x"»;', '-'],
    ['f = () => «"x"»;', '-'],
    ['export default «"x"»;', '-'],
    ['function* f() { yield «"x"»; }', '-'],
  ])('in %s to %s', (text, expected) => expect(ownerIn(text, 'src/file.ts')).toBe(expected));

  test.each<[string, string]>([
    ['x = <a b=«"x"» />;', 'b'],
    ['x = <a b={«"x"»} />;', 'b'],
    ['x = <a b:c=«"x"» />;', 'b:c'],
    ['x = <a>{«"x"»}</a>;', '-'],
  ])('in %s to %s', (text, expected) => expect(ownerIn(text, 'src/file.tsx')).toBe(expected));

  const DEFAULT = '<slot-is-default> The value is a default: whoever passes another value overrides it.';
  const OPERAND = '<literal-is-operand> The literal is only part of a larger expression.';
  const MODULE = '<slot-is-module-name> The string names a module.';
  test.each<[string, string]>([
    ['const a = «"x"» as const;', '<const-assertion> `as const` accepts a literal only.'],
    ['const a = <const>«"x"»;', '<const-assertion> `as const` accepts a literal only.'],
    ['declare const a = «"x"»;', '<ambient> An ambient declaration has no value at run time.'],
    ['function f(a = «"x"») {}', DEFAULT],
    ['function f({ a = «"x"» }) {}', DEFAULT],
    ['function f({ a } = { a: «"x"» }) {}', DEFAULT],
    ['a ||= «"x"»;', DEFAULT],
    ['a ??= «"x"»;', DEFAULT],
    ['a &&= «"x"»;', DEFAULT],
    ['a += «"x"»;', OPERAND],
    ['a = «"x"» + b;', OPERAND],
    ['a = «"x"» || b;', OPERAND],
    ['a = b ? «"x"» : c;', OPERAND],
    ['a = !«"x"»;', OPERAND],
    ['a = (b, «"x"»);', OPERAND],
    ['a = [...«"x"»];', OPERAND],
    ['a = async () => await «"x"»;', OPERAND],
    ['a = `${«"x"»}`;', OPERAND],
    ['a = «"x"».b;', OPERAND],
    ['a = «"x"»();', OPERAND],
    ['a = b[«"x"»];', '<slot-is-key> The string names a member.'],
    ['a = { «"x"»: b };', '<slot-is-key> The string is a key, not a value.'],
    ['a = { [«"x"»]: b };', '<slot-is-key> The string is a key, not a value.'],
    ['enum A { b = «"x"» }', '<slot-is-enum-member> An enum member is a constant of the type system as well.'],
    ['switch (a) { case «"x"»: }', '<slot-is-case-label> The literal is a case label, compared against, not used.'],
    ['import a from «"x"»;', MODULE],
    ['a = import(«"x"»);', MODULE],
    ['export { a } from «"x"»;', MODULE],
    ['export * from «"x"»;', MODULE],
    ['import a from "b" with { type: «"x"» };', MODULE],
    ['import a = require(«"x"»);', MODULE],
    ['if («"x"») {}', '<slot-is-value> The literal is not the value of anything.'],
    ['f();\n«"x"»;', '<slot-is-value> The literal is not the value of anything.'],
  ])('in %s to nothing: %s', (text, expected) => expect(ownerIn(text, 'src/file.ts')).toBe(expected));

  test('a function inside a default is no default', () => {
    expect(ownerIn('function f(a = () => { const b = «"x"»; }) {}', 'src/file.ts')).toBe('b');
  });
});
