import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairLines } from '../../src/learning/pair-lines.js';

describe('pairLines', () => {
  it.each<[string, string[], string[], (number | null)[]]>([
    ['as many as went, one by one', ['a', 'b'], ['x', 'y'], [0, 1]],
    ['a line that went', ['const a = f(1);', 'log(a);', 'return a;'], ['const a = g(1);', 'return a;'], [0, null, 1]],
    ['a line that came', ['const a = f(1);'], ['import { g };', 'const a = g(1);'], [1]],
    ['nothing alike', ['one'], ['two', 'six'], [null]],
    ['all that went', ['one', 'two'], [], [null, null]],
    ['another indentation', ['  return f(1);', 'gone();'], ['    return g(1);'], [0, null]],
    ['the likest of two', ['f(1);', 'const a = f(1);'], ['const a = g(1);'], [null, 0]],
  ])('%s', (_, old, next, pairs) => expect(pairLines(old, next)).toEqual(pairs));

  it('pairs in order, each new line once, whatever the lines', () => {
    const line = fc.constantFrom('f(1);', 'g(1);', 'const a = f(1);', 'const a = g(2);', '', 'return a;', '}');
    const lines = fc.array(line, { maxLength: 8 });
    fc.assert(
      fc.property(lines, lines, (old, next) => {
        const pairs = pairLines(old, next);
        expect(pairs).toHaveLength(old.length);
        const met = pairs.filter((each) => each !== null);
        expect(met).toEqual([...new Set(met)].sort((a, b) => a - b));
        expect(met.every((each) => each < next.length)).toBe(true);
        // The same lines are their own partners, also where something was put between them.
        const kept = [...old.filter((each) => each !== ''), 'new('];
        const same = old.filter((each) => each !== '');
        expect(pairLines(same, kept)).toEqual(same.map((_, index) => index));
      }),
    );
  });
});
