import { describe, expect, test } from 'vitest';
import { replaced } from '../mend.js';

const POW = /Math\.pow\(([^,]*), ([^,]*)\)/;
const ADD = /add\(([^,]*), ([^,]*)\)/;

describe('an expression that an edit takes over', () => {
  test.each([
    ['a power of a difference', 'x = Math.pow(a - b, 2);', POW, '$1 ** $2', '<edit-bounded>'],
    ['a power by a product', 'x = Math.pow(2, 10 * a);', POW, '$1 ** $2', '<edit-bounded>'],
    ['a power, in brackets', 'x = Math.pow(a - b, 2);', POW, '($1) ** $2', 'x = (a - b) ** 2;'],
    ['a power of a name', 'x = Math.pow(a.b, 2);', POW, '$1 ** $2', 'x = a.b ** 2;'],
    ['not a choice', 'x = Boolean(a || b);', /Boolean\((.*)\)/, '!!$1', '<edit-bounded>'],
    ['a member of a choice', 'x = get(a || b);', /get\((.*)\)/, '$1.length', '<edit-bounded>'],
    ['a member of what is waited for', 'async () => get(await a);', /get\((.*)\)/, '$1.length', '<edit-bounded>'],
    ['an argument of a call', 'x = f(a - b);', /f\((.*)\)/, 'Math.trunc($1)', 'x = Math.trunc(a - b);'],
    ['the left side of a sum', 'x = add(a + b, c);', ADD, '$1 + $2', 'x = a + b + c;'],
    ['the right side of a sum', 'x = add(c, a + b);', ADD, '$1 + $2', '<edit-bounded>'],
    ['in a text', 'x = f(a + b);', /f\((.*)\)/, "f($1, 'a + b - c')", "x = f(a + b, 'a + b - c');"],
    ['a number that is less', 'x = f(-1);', /f\((.*)\)/, 'f($1, x-1)', 'x = f(-1, x-1);'],
    ['the end of a longer name', 'x = f(a - b, aa);', /f\(([^,]*),/, 'f($1, aa - b,', 'x = f(a - b, aa - b, aa);'],
    ['one more of a chain', 'x = both(c, a && b);', /both\(([^,]*), ([^,]*)\)/, '$1 && $2', 'x = c && a && b;'],
    ['one more of another chain', 'x = both(c, a || b);', /both\(([^,]*), ([^,]*)\)/, '$1 && $2', '<edit-bounded>'],
  ])('%s', (_, text, find, replace, after) => {
    expect(replaced(text, find, replace)).toBe(after);
  });
});
