import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

test.each([
  ['what may be left out', 'function f(a?: B) { g(a!); }', 'a!', 'a', '<keeps-narrowing>'],
  ['what nobody knows', 'g(a()!);', 'a\\(\\)!', 'a()', '<keeps-narrowing>'],
  ['a text', "g('a'!);", "'a'!", "'a'", "g('a');"],
  ['another value', 'function f(a?: B) { g(a!); }', 'a!', "a ?? ''", "function f(a?: B) { g(a ?? ''); }"],
])('! taken away from %s', (_, text, find, replace, after) => {
  expect(replaced(text, find, replace)).toBe(after);
});
