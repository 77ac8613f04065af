import { expect, test } from 'vitest';
import { replaced } from './mend.js';

const find = /\bfs\.readFileSync\(/g;
const run = (text: string) => replaced(`import fs from 'node:fs';\n${text}`, find, 'await fs.promises.readFile(');

test.each([
  ['a value', "async function f() { return fs.readFileSync('a', 'utf8'); }"],
  ['an argument', 'const f = async () => JSON.parse(fs.readFileSync(a));'],
  ['an operand', "async function f() { return 'a' + fs.readFileSync(a) + 'b'; }"],
  ['at the top of a module', 'export const a = fs.readFileSync(b);'],
])('a call may become one that is awaited: %s', (_, text) => {
  expect(run(text)).toContain(text.replace('fs.readFileSync(', 'await fs.promises.readFile('));
});

test.each([
  ['where nothing is awaited', 'function f() { return fs.readFileSync(a); }', 'result-parses'],
  ['in a callback', 'async function f() { g(() => fs.readFileSync(a)); }', 'result-parses'],
  ['of which something is asked', 'async function f() { return fs.readFileSync(a).length; }', 'edit-bounded'],
  ['among promises', 'async function f() { return Promise.all([fs.readFileSync(a)]); }', 'await-ambiguous'],
])('but not %s', (_, text, condition) => {
  expect(run(text)).toBe(`<${condition}>`);
});
