import { describe, expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

describe('Array.from to a spread', () => {
  const find = /Array\.from\((\w+)\)/g;
  const run = (text: string) => replaced(text, find, '[...$1]');

  test.each([
    ['a list', 'f = (x: readonly A[]) => Array.from(x);', 'f = (x: readonly A[]) => [...x];'],
    ['a set', 'const x = new Set(); y = Array.from(x);', 'const x = new Set(); y = [...x];'],
    ['what is like a list', 'f = (x: ArrayLike<A>) => Array.from(x);', '<same-arguments>'],
    ['one of both', 'f = (x: Iterable<A> | ArrayLike<A>) => Array.from(x);', '<same-arguments>'],
    ['what has a length', 'f = (x: { length: number }) => Array.from(x);', '<same-arguments>'],
    ['an interface', 'interface L { length: number } f = (x: L) => Array.from(x);', '<same-arguments>'],
    ['a class', 'class L { length = 0 } f = (x: L) => Array.from(x);', '<same-arguments>'],
    ['an alias', 'type L = { readonly length: 2; 0: A } | A[]; f = (x: L) => Array.from(x);', '<same-arguments>'],
    ['one that extends', 'interface L extends ArrayLike<A> { n: 1 } f = (x: L) => Array.from(x);', '<same-arguments>'],
    [
      'an interface that iterates',
      'interface L { [Symbol.iterator](): I } f = (x: L) => Array.from(x);',
      'interface L { [Symbol.iterator](): I } f = (x: L) => [...x];',
    ],
    [
      'an interface that may inherit it',
      'interface L extends Rows { n: 1 } f = (x: L) => Array.from(x);',
      'interface L extends Rows { n: 1 } f = (x: L) => [...x];',
    ],
    ['a list of the page', 'f = (x: NodeListOf<A>) => Array.from(x);', 'f = (x: NodeListOf<A>) => [...x];'],
    ['a literal', 'const x = { length: 3 }; y = Array.from(x);', '<same-arguments>'],
  ])('%s', (_, text, after) => {
    expect(run(text)).toBe(after);
  });

  test('a member tells by the type it is declared of', () => {
    const find = /Array\.from\(([\w.]+)\)/g;
    const text = 'interface L { length: number } f = (x: { rows: L }) => Array.from(x.rows);';
    expect(replaced(text, find, '[...$1]')).toBe('<same-arguments>');
  });
});
