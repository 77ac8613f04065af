import { describe, expect, test } from 'vitest';
import { mend } from '../mend.js';

describe('Array.from to a spread', () => {
  const find = /Array\.from\((\w+)\)/g;
  const run = (text: string) => mend({ text, pattern: find, fix: { findReplace: { find, replace: '[...$1]' } } });

  test.each([
    ['a list', 'f = (x: readonly A[]) => Array.from(x);', 'f = (x: readonly A[]) => [...x];'],
    ['a set', 'const x = new Set(); y = Array.from(x);', 'const x = new Set(); y = [...x];'],
    ['what is like a list', 'f = (x: ArrayLike<A>) => Array.from(x);', '<same-arguments>'],
    ['one of both', 'f = (x: Iterable<A> | ArrayLike<A>) => Array.from(x);', '<same-arguments>'],
    ['what has a length', 'f = (x: { length: number }) => Array.from(x);', '<same-arguments>'],
    ['a literal', 'const x = { length: 3 }; y = Array.from(x);', '<same-arguments>'],
  ])('%s', (_, text, after) => {
    expect(run(text)).toBe(after);
  });
});
