import { describe, expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

describe('a function to an arrow', () => {
  const run = (text: string) =>
    replaced(text, /function\*? ?\w*\((.*?)\) \{/, '($1) => {', {
      pattern: /function\*? ?\w*\(.*?\) \{/,
      path: 'a.js',
    });

  test.each([
    ['a callback', 'f(function (a, b) { return a; });', 'f((a, b) => { return a; });'],
    ['async', 'f(async function (a) { await a; });', 'f(async (a) => { await a; });'],
    ['a property', 'x = { f: function () { return 1; } };', 'x = { f: () => { return 1; } };'],
    [
      'an inner function has its own this',
      'f(function () { g(function () { this.x(); }); });',
      'f(() => { g(function () { this.x(); }); });',
    ],
    ['this', 'f(function () { this.x(); });', '<keeps-context>'],
    ['this in an inner arrow', 'f(function () { return () => this.x; });', '<keeps-context>'],
    ['this in the key of a class', 'f(function () { return class { [this.a]() {} }; });', '<keeps-context>'],
    ['arguments', 'f(function () { return arguments; });', '<keeps-context>'],
    ['new.target', 'f(function () { return new.target; });', '<keeps-context>'],
    ['names itself', 'f(function g(a) { return g(a); });', '<still-referenced>'],
    ['a name nobody uses', 'f(function g(a) { return a; });', 'f((a) => { return a; });'],
    ['a generator', 'f(function*(a) { return a; });', '<keeps-context>'],
    ['constructed', 'const a = function () { return 1; };\nnew a();', '<keeps-context>'],
    ['called only', 'const a = function () { return 1; };\na();', 'const a = () => { return 1; };\na();'],
    [
      'called only, in what is exported',
      'export const f = () => { const a = function () { return 1; }; return a(); };',
      'export const f = () => { const a = () => { return 1; }; return a(); };',
    ],
    ['exported', 'export const a = function () { return 1; };', '<keeps-context>'],
    ['with the name of a class', 'const A = function () { return 1; };', '<keeps-context>'],
    ['called on the spot', '(function () { f(); })();', '(() => { f(); })();'],
    ['called on the spot for an object', '(function () { f(); }).call(a);', '<keeps-context>'],
  ])('%s', (_, text, after) => {
    expect(run(text)).toBe(after);
  });
});
