import { describe, expect, test } from 'vitest';
import { replaced } from '../mend.js';

describe('an edit and the operands around it', () => {
  test.each([
    ['a whole comparison', 'x = k.code === 13;', /k\.code === 13/, "k.key === 'Enter'", "x = k.key === 'Enter';"],
    ['a comparison with a sum', 'x = k.code === 13 + y;', /k\.code === 13/, "k.key === 'Enter'", '<edit-bounded>'],
    ['a comparison of a sum', 'x = y + k.code === 13;', /k\.code === 13/, "k.key === 'Enter'", '<edit-bounded>'],
    ['a comparison behind and', 'x = y && k.code === 13;', /k\.code === 13/, 'k.key === 1', 'x = y && k.key === 1;'],
    ['a value that is a product', 'f({ time: 60 * 1000 });', /time: \d+/, 'time: 5', '<edit-bounded>'],
    ['a value that is a number', 'f({ time: 60 });', /time: \d+/, 'time: 5', 'f({ time: 5 });'],
    ['a name in a test', 'if (!a && b) f();', /if \(!a\b/, 'if (!b', 'if (!b && b) f();'],
    ['sides exchanged', "x = 'a' === k;", /'a' === k/, "k === 'a'", "x = k === 'a';"],
    ['sides exchanged, of a member', "x = 'a' === k.b;", /'a' === k/, "k === 'a'", '<edit-bounded>'],
    ['sides exchanged, of a call', "x = 'a' === k();", /'a' === k/, "k === 'a'", '<edit-bounded>'],
    ['the left side only', "x = 'a' === k.b;", /'a' === k/, "'b' === k", "x = 'b' === k.b;"],
    ['a choice of what is asked', 'x = a ? a : b;', / \? a :/, ' ||', 'x = a || b;'],
    ['a choice before another', 'x = a ? a : b ? c : d;', / \? a :/, ' ||', '<edit-bounded>'],
    ['a choice behind a sum', 'x = y + a ? a : b;', /a \? a :/, 'a ||', '<same-result>'],
    ['a choice by a comparison', 'x = y === a ? a : b;', / \? a :/, ' ??', '<same-result>'],
    ['a choice by one of two', 'x = y || a ? a : b;', / \? a :/, ' ||', '<same-result>'],
    ['two of three', 'x = a && b && b.c;', /b && b\.c/, 'b.c && b.c', 'x = a && b.c && b.c;'],
    ['two of three, mixed', 'x = a ?? (b || b.c), y = a && b || c;', /b \|\| c/, 'b', '<edit-bounded>'],
  ])('%s', (_, text, find, replace, after) => {
    expect(replaced(text, find, replace)).toBe(after);
  });
});
