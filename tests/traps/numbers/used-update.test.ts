import { describe, expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

describe('i++ to i += 1', () => {
  const run = (text: string) => replaced(text, /(\w+)\+\+/, '$1 += 1', { pattern: /\w+\+\+/ });

  test.each([
    ['a statement', 'i++;', 'i += 1;'],
    ['between rounds', 'for (i = 0; i < n; i++) f();', 'for (i = 0; i < n; i += 1) f();'],
    ['a member', 'this.n++;', 'this.n += 1;'],
    ['a member of a member', 'a.b.n++;', 'a.b.n += 1;'],
    ['first of a sequence', 'i++, f();', 'i += 1, f();'],
    ['last of a used sequence', 'x = (f(), i++);', '<number-used>'],
    ['a value', 'x = i++;', '<number-used>'],
    ['an index', 'x[i++] = 1;', '<number-used>'],
    ['an arrow', 'x = () => i++;', '<number-used>'],
    ['a bigint', 'function f(i: bigint) { i++; }', '<same-operand-types>'],
    ['a string of digits', 'function f(i: string) { i++; }', '<same-operand-types>'],
    ['a number', 'function f(i: number) { i++; }', 'function f(i: number) { i += 1; }'],
  ])('%s', (_, text, after) => {
    expect(run(text)).toBe(after);
  });
});
