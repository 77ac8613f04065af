import { describe, expect, test } from 'vitest';
import { valueKinds } from '../../../src/semantics/values/value-kinds.js';
import { nodeAt } from '../../fix/node-at.js';

// `«…»` marks the use of a variable that is asked about, in a CommonJS file.

function kindsAt(text: string): readonly string[] {
  const { tree, node } = nodeAt(`${text}\nmodule.exports = 1;`, 'a.cjs');
  return [...valueKinds(tree, node)];
}

describe('what a variable is known to be', () => {
  test.each([
    ['var a = []; f(«a»);'],
    ['let a = []; f(«a»);'],
    ['var a = [], b; f = function () { return «a»; };'],
    ['function g() { if (x) { let a = []; f(«a»); } }'],
    ['var a = Object.keys(o); f(«a»);'],
    ['var a = [1].map(g).sort(); f(«a»);'],
    ['function g(o) { var a = []; return «a»; } function h(a) { a = 1; }'],
  ])('a list: %s', (text) => expect(kindsAt(text)).toEqual(['array']));

  test.each([
    ['var a = []; a = null; f(«a»);'],
    ['var a = []; [a] = b; f(«a»);'],
    ['var a = []; for (a of b) f(«a»);'],
    ['var a = []; function g() { a = 1; } f(«a»);'],
    ['f(«a»); var a = [];'],
    ['if (x) { var a = []; } f(«a»);'],
    ['g(); var a = []; function g() { return «a»; }'],
    ['var a = []; var a = b; f(«a»);'],
    ['function g(a) { var a = []; return «a»; }'],
    ['let a = []; eval(b); f(«a»);'],
    ['let a = [].find(g); f(«a»);'],
    ['const Object = o; let a = Object.keys(b); f(«a»);'],
  ])('nothing: %s', (text) => expect(kindsAt(text)).toEqual(['unknown']));
});
