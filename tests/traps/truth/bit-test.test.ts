import { describe, expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

describe('~indexOf to includes', () => {
  const run = (text: string) => replaced(text, /~(\w+)\.indexOf\((\w+)\)/, '$1.includes($2)');

  test.each([
    ['a test', "const l = ['a']; if (~l.indexOf(b)) f();", "const l = ['a']; if (l.includes(b)) f();"],
    ['negated', "const l = ['a']; x = !~l.indexOf(b);", "const l = ['a']; x = !l.includes(b);"],
    ['a value', "const l = ['a']; x = ~l.indexOf(b);", '<number-used>'],
    ['an operand', "const l = ['a']; x = ~l.indexOf(b) & 1;", '<number-used>'],
  ])('%s', (_, text, after) => {
    expect(run(text)).toBe(after);
  });
});
