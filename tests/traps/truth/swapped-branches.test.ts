import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

test.each([
  ['f(a && !b ? x : y);', '!b \\? x : y', 'b ? y : x', '<same-result>'],
  ['f(a || b === c ? x : y);', 'b === c \\? x : y', 'b !== c ? y : x', '<same-result>'],
  ['f(a ? x : y);', 'a \\? x : y', 'a ? y : x', '<same-result>'],
  ['f(!b ? x : y);', '!b \\? x : y', 'b ? y : x', 'f(b ? y : x);'],
  ['f(b !== c ? x : y);', 'b !== c \\? x : y', 'b === c ? y : x', 'f(b === c ? y : x);'],
  ['f(!(a && b) ? x : y);', '!\\(a && b\\) \\? x : y', 'a && b ? y : x', 'f(a && b ? y : x);'],
])('%s', (text, find, replace, after) => {
  expect(replaced(text, find, replace)).toBe(after);
});
