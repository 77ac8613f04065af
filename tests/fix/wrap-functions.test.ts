import { expect, test } from 'vitest';
import { mend } from './mend.js';

const run = (text: string, pattern: RegExp) =>
  mend({ text, pattern, fix: { strategy: 'wrap', template: 'String(${MATCH})' } });

test.each([
  ['its head', 'on(async (a, b) => { f(a); });', /async \(a, b\) =>/],
  ['its head with the brace', 'on(async (a, b) => { f(a); });', /async \(a, b\) => \{/],
  ['its head without the arrow', 'on(async (a, b) => f(a));', /async \(a, b\)/],
  ['all of it', 'on(() => f(1));', /\(\) => f\(1\)/],
  ['a function', 'on(function g(a) { f(a); });', /function g\(a\)/],
  ['its keyword', 'on(async () => f(1));', /async/],
  ['its keyword and first parameter', 'on(async (a, b) => f(a));', /async \(a/],
  ['its keyword and bracket', 'on(async function (a, b) { f(a); });', /async function \(/],
  ['both its keywords', 'on(async function () { f(1); });', /async function/],
])('a function is named by %s', (_, text, pattern) => {
  expect(run(text, pattern)).toBe(text.replace(/^on\((.*)\);$/s, 'on(String($1));'));
});

test.each(['({ a: 1 }) as const', '<const>({ a: 1 })'])('a literal is wrapped with its assertion: %s', (value) => {
  const text = `const A = ${value};`;
  const fix = { strategy: 'wrap', template: 'Object.freeze(${MATCH})' } as const;
  expect(mend({ text, pattern: /\{ a: 1 \}/, fix })).toBe(`const A = Object.freeze(${value});`);
});

test.each([
  ['its first parameter alone', 'on((a, b) => f(a));', /\(a/],
  ['a half of its parameters with a type', 'on(async (a: A, b: B) => f(a));', /async \(a: A/],
  ['a generator up to its first parameter', 'on(async function* (a, b) { f(1); });', /async function\* \(a/],
  ['its keyword and half its name', 'on(function get(a) { f(a); });', /function g/],
  ['the keyword of a method', 'on({ async g() { f(1); } });', /async/],
  ['the keyword of a declaration', 'async function g() { f(1); }', /async/],
  ['the keywords of what is a generator as well', 'on(async function* () { f(1); });', /async function/],
  ['a part of its body', 'on(() => { f(1); g(2); });', /\(\) => \{ f\(1\);/],
  ['a declaration', 'async function g(a, b) { f(a); }', /async function g\(a, b\)/],
  ['a method', 'class A { g(a, b) { f(a); } }', /\(a, b\) \{/],
])('but not by %s', (_, text, pattern) => {
  expect(run(text, pattern)).toBe('<match-is-whole>');
});
