import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

test.each([
  ['function f(a: A | undefined, b: B) {}', 'a: A \\| undefined', 'a?: A', '<result-parses>'],
  ['const f = (a: A | undefined, b?: B) => {};', 'a: A \\| undefined', 'a?: A', 'const f = (a?: A, b?: B) => {};'],
  ['function f(a: A | undefined, b = 1) {}', 'a: A \\| undefined', 'a?: A', 'function f(a?: A, b = 1) {}'],
  ['function f(a: A | undefined, ...b: B[]) {}', 'a: A \\| undefined', 'a?: A', 'function f(a?: A, ...b: B[]) {}'],
])('%s', (text, find, replace, after) => {
  expect(replaced(text, find, replace)).toBe(after);
});
