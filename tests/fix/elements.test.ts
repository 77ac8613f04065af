import { describe, expect, test } from 'vitest';
import { mend } from './mend.js';

/** The text without what is called `gone`, or the condition that forbids it. */
const without = (text: string, path = 'src/file.ts', pattern = /'gone'/): string =>
  mend({ text, path, pattern, fix: { strategy: 'remove' } });

describe('an element goes', () => {
  test.each<[string, string]>([
    ["x = ['gone', 'a'];\n", "x = ['a'];\n"],
    ["x = ['a', 'gone'];\n", "x = ['a'];\n"],
    ["x = ['a', 'gone', 'b'];\n", "x = ['a', 'b'];\n"],
    ["x = ['gone'];\n", 'x = [];\n'],
    ["x = [\n  'a',\n  'gone',\n];\n", "x = [\n  'a',\n];\n"],
    ["x = [\n  'a', // one\n  'gone', // two\n];\n", "x = [\n  'a', // one\n];\n"],
    ["const x = ['gone', 'a'];\n", "const x = ['a'];\n"],
    ["x = ['a', 'gone'].length;\n", "x = ['a'].length;\n"],
    ["x = [1, 'gone'];\n", 'x = [1];\n'],
    ["x = ['gone', f];\n", 'x = [f];\n'],
    ["f('a', 'gone');\n", "f('a');\n"],
    ["new A('a', 'gone');\n", "new A('a');\n"],
    ["function f() { return ['a', 'gone']; }\n", "function f() { return ['a']; }\n"],
    ["function f(): string[] { return ['a', 'gone']; }\n", "function f(): string[] { return ['a']; }\n"],
    ["const x: string[] = ['a', 'gone'];\n", "const x: string[] = ['a'];\n"],
  ])('%j: %j', (text, expected) => expect(without(text)).toBe(expected));

  test.each<[string, string]>([
    ["const [a] = ['gone', 'b'];\n", 'shifts-positions'],
    ["[a] = ['gone', 'b'];\n", 'shifts-positions'],
    ["x = ['gone', 1];\n", 'shifts-positions'],
    ["x = [, 'gone'];\n", 'shifts-positions'],
    ["x = ['a', 'gone'][i];\n", 'shifts-positions'],
    ["x = ['a', 'gone'].at(1);\n", 'shifts-positions'],
    ["f(...['a', 'gone']);\n", 'shifts-positions'],
    ["new A(...['a', 'gone']);\n", 'shifts-positions'],
    ["x = [['a', 'gone'], ['b', 'c']];\n", 'shifts-positions'],
    ["x = new Map([['a', 'gone']]);\n", 'shifts-positions'],
    ["const x: [string, string] = ['a', 'gone'];\n", 'shifts-positions'],
    ["const x: readonly [string, string] = ['a', 'gone'];\n", 'shifts-positions'],
    ["x = ['a', 'gone'] as [string, string];\n", 'shifts-positions'],
    ["x = ['a', 'gone'] satisfies [string, string];\n", 'shifts-positions'],
    ["class A { x: [string, string] = ['a', 'gone'] }\n", 'shifts-positions'],
    ["function f(): [string, string] { return ['a', 'gone']; }\n", 'shifts-positions'],
    ["const f = (): [string, string] => ['a', 'gone'];\n", 'shifts-positions'],
    ["async function f(): Promise<[string, string]> { return ['a', 'gone']; }\n", 'shifts-positions'],
    ["x = [\n  'a',\n  // why\n  'gone',\n  'b',\n];\n", 'comment-keeps-line'],
    ["f('gone', 'a');\n", 'shifts-positions'],
    ["f('gone');\n", 'value-used'],
    ["x = 'gone';\n", 'value-used'],
  ])('not from %j: %s', (text, condition) => expect(without(text)).toBe(`<${condition}>`));
});

describe('a property goes', () => {
  const property = (text: string): string => without(text, 'src/file.ts', /gone: (?:\w+|\[|\{|`|f\()/);
  test.each<[string, string]>([
    ['x = { gone: 1, a: 2 };\n', 'x = { a: 2 };\n'],
    ['x = { a: 2, gone: 1 };\n', 'x = { a: 2 };\n'],
    ['x = { gone: 1 };\n', 'x = {};\n'],
    ['x = {\n  a: 2,\n  gone: 1,\n};\n', 'x = {\n  a: 2,\n};\n'],
    ['x = { gone: [1, 2], a: 2 };\n', 'x = { a: 2 };\n'],
    ['x = { gone: { b: 1 }, a: 2 };\n', 'x = { a: 2 };\n'],
    ['x = {\n  a: 2, // b\n  gone: 1,\n};\n', 'x = {\n  a: 2, // b\n};\n'],
    ['x = {\n  // b\n\n  gone: 1,\n  a: 2,\n};\n', 'x = {\n  // b\n\n  a: 2,\n};\n'],
    ['x = {\n  // eslint-disable-next-line b\n  gone: 1,\n  a: 2,\n};\n', 'x = {\n  a: 2,\n};\n'],
  ])('%j: %j', (text, expected) => expect(property(text)).toBe(expected));

  test.each<[string, string]>([
    ['x = { ...b, gone: 1 };\n', 'shifts-positions'],
    ['x = { gone: f(), a: 2 };\n', 'argument-pure'],
    ['x = { gone: [f()], a: 2 };\n', 'argument-pure'],
    ['x = { gone: { b: () => f() }, a: 2 };\n', 'argument-pure'],
    ['x = {\n  // why\n  gone: 1,\n  a: 2,\n};\n', 'comment-keeps-line'],
  ])('not from %j: %s', (text, condition) => expect(property(text)).toBe(`<${condition}>`));
});

describe('an imported name goes', () => {
  const name = (text: string): string => without(text, 'src/file.ts', /gone\b/);
  test.each<[string, string]>([
    ["import { gone, a } from 'x';\na();\n", "import { a } from 'x';\na();\n"],
    ["import { a, gone } from 'x';\na();\n", "import { a } from 'x';\na();\n"],
    ["import b, { a, gone } from 'x';\na(b);\n", "import b, { a } from 'x';\na(b);\n"],
  ])('%j: %j', (text, expected) => expect(name(text)).toBe(expected));

  test.each<[string, string]>([
    ["import { gone, a } from 'x';\na(gone);\n", 'still-referenced'],
    ["import { gone } from 'x';\n", 'statement-removable'],
  ])('not from %j: %s', (text, condition) => expect(name(text)).toBe(`<${condition}>`));
});
