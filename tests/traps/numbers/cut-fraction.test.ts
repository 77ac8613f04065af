import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

test.each([
  ['| 0 of what nobody knows', 'x = f(a | 0);', '(\\w) \\| 0', 'Math.trunc($1)', '<number-used>'],
  ['~~ of what nobody knows', 'x = ~~a;', '~~(\\w)', 'Math.trunc($1)', '<number-used>'],
  ['| 0 of a number', 'x = Math.sqrt(2) | 0;', '(\\S+) \\| 0', 'Math.trunc($1)', 'x = Math.trunc(Math.sqrt(2));'],
  ['~~ of a number', 'x = ~~Math.sqrt(2);', '~~([^;]+)', 'Math.trunc($1)', 'x = Math.trunc(Math.sqrt(2));'],
  ['another rounding', 'x = Math.sqrt(2) | 0;', '(\\S+) \\| 0', 'Math.floor($1)', '<number-used>'],
  ['another bit', 'x = a | 1;', '(\\w) \\| 1', 'Math.trunc($1)', 'x = Math.trunc(a);'],
])('%s', (_, text, find, replace, after) => {
  expect(replaced(text, find, replace)).toBe(after);
});
