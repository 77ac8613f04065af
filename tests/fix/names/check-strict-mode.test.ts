import { expect, test } from 'vitest';
import { mend } from '../mend.js';

const run = (text: string, path = 'a.cjs') =>
  mend({ text, pattern: null, fix: { strategy: 'insert', anchor: { kind: 'top' }, text: "'use strict';" }, path });

test.each([
  ['sets what nobody declares', 'count = 0;'],
  ['counts what nobody declares', 'f(() => { count++; });'],
  ['asks for the callee', 'module.exports = function () { return arguments.callee; };'],
  ['means the global object', '(function () { this.x = 1; })();'],
  ['means it in a function', 'function f() { return this.x; } f();'],
  ['means it in a function that a variable holds', 'var f = function () { return this.x; }; f();'],
  ['uses a function outside its block', 'if (a) { function f() {} } f();'],
  ['sets a parameter and reads the arguments', 'f(function (a) { a = 1; return g(arguments); });'],
  ['sets an argument', 'f(function (a) { arguments[0] = 1; });'],
  ['hands on a callback that means the global object', 'list.forEach(function (a) { this.b = a; });'],
  ['evaluates text', 'eval(text);'],
  ['sets a member of a frozen object', 'const a = Object.freeze({}); a.b = 1;'],
  ['takes one away', 'const a = Object.seal({}); delete a.b;'],
  ['sets the name of its own function', '(function f() { f = 1; });'],
  ['asks a text what it is', 'String.prototype.f = function () { return typeof this; };'],
])('a script that %s is not made strict', (_, text) => {
  expect(run(`${text}\n`)).toBe('<strict-mode>');
});

test.each([
  ['sets its own', 'let count = 0; count = 1;'],
  ['exports', 'module.exports = () => 1; exports.a = 1;'],
  ['sets what the language knows', 'location = url;'],
  ['makes objects', 'function A() { this.x = 1; } new A();'],
  ['hands a function on', 'var f = function () { return this.x; }; el.onclick = f;'],
  ['has methods', 'const a = { f() { return this.x; } }; class B { g() { return this.a; } }'],
  ['counts its arguments', 'f(function (a) { a = arguments.length; });'],
  ['gives a callback its owner', 'list.forEach(function (a) { this.b = a; }, o);'],
  ['gives jQuery a callback', '$(list).map(function () { return this.id; });'],
  ['is strict where it would differ', "(function () { 'use strict'; f(function (a) { a = 1; g(arguments); }); })();"],
  ['reads a member of a text', 'String.prototype.f = function () { return this.length; };'],
  ['means itself', 'this.x = 1; const f = () => this;'],
])('one that %s is', (_, text) => {
  expect(run(`${text}\n`)).toBe(`'use strict';\n${text}\n`);
});

test('a module is strict already', () => {
  expect(run('export const a = (b = 1);\n', 'a.js')).toContain("'use strict';");
});
