import { expect, test } from 'vitest';
import { mend } from '../../fix/mend.js';

const IMPORTED = "import { _, safe } from 'kit';\n";

const run = (text: string, template = 'safe(${MATCH})') =>
  mend({ text: IMPORTED + text, pattern: /\b(?:async|function)\b/, fix: { strategy: 'wrap', template } }).replace(
    IMPORTED,
    '',
  );

test.each([
  ['a handler of errors', 'app.use(async (err, req, res, next) => f(err));', 'same-arguments'],
  ['a hook that is to wait', "schema.pre('save', function (next) { f(next); });", 'same-arguments'],
  ['a method', 'A.prototype.get = function () { return this.x; };', 'keeps-context'],
  ['one that reads all that it is given', 'const f = function () { return arguments.length; };', 'keeps-context'],
  ['a constructor', 'const A = function () {};\nf(new A());', 'constructs'],
  ['a constructor with methods', 'const A = function () {};\nA.prototype.get = f;', 'constructs'],
  ['a class of old', 'const A = function () {};\nconst isA = (x) => x instanceof A;', 'constructs'],
  ['a base class', 'const A = function () {};\nclass B extends A {}', 'constructs'],
  ['an action of a server', "const save = async () => { 'use server'; f(); };", 'keeps-context'],
])('%s stays bare', (_, text, condition) => {
  expect(run(text)).toBe(`<${condition}>`);
});

test.each([
  ['a handler', 'on(async (req, res, next) => f(req));', 'async (req, res, next) => f(req)'],
  ['four parameters that nobody counts', 'each(async (a, b, c, d) => f(a));', 'async (a, b, c, d) => f(a)'],
  ['a callback with the this around it', 'class A { go() { on(async () => f(this)); } }', 'async () => f(this)'],
  ['a strict one', "const f = function () { 'use strict'; g(); };", "function () { 'use strict'; g(); }"],
  ['one that is called', 'const f = function () {};\nf();', 'function () {}'],
])('%s is wrapped', (_, text, wrapped) => {
  expect(run(text)).toBe(text.replace(wrapped, `safe(${wrapped})`));
});

test('what hands its own this on may wrap a method', () => {
  const text = 'A.prototype.get = function () { return this.x; };';
  expect(run(text, '_.once(${MATCH})')).toBe('A.prototype.get = _.once(function () { return this.x; });');
});
