import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, type Edit, originOf } from '../../src/model/edit.js';

const TEXT = 'abcdefghij';

/** Disjoint edits of the text, each writing characters that it does not have. */
const edits = fc
  .uniqueArray(fc.tuple(fc.nat(10), fc.nat(3), fc.nat(3)), { selector: ([start]) => start })
  .map((drawn) => {
    const sorted = drawn.sort(([a], [b]) => a - b);
    return sorted.flatMap(([start, length, written], index): Edit[] => {
      const end = Math.min(start + length, sorted[index + 1]?.[0] ?? TEXT.length, TEXT.length);
      return [{ range: { start, end }, text: '#'.repeat(written) }];
    });
  });

describe('where an offset comes from', () => {
  it('is where the same character stood', () => {
    fc.assert(
      fc.property(edits, (made) => {
        const after = applyEdits(TEXT, made) ?? '';
        for (const [offset, character] of [...after].entries()) {
          if (character !== '#') expect(TEXT.charAt(originOf(offset, made))).toBe(character);
        }
      }),
    );
  });

  it.each([
    ['what an edit wrote', [{ range: { start: 2, end: 4 }, text: '###' }], 3, 2],
    ['what an edit put in', [{ range: { start: 2, end: 2 }, text: '##' }], 3, 2],
    ['behind what was taken away', [{ range: { start: 2, end: 4 }, text: '' }], 2, 4],
    ['the end of the text', [{ range: { start: 0, end: 0 }, text: '#' }], 11, 10],
    [
      'edits in whatever order',
      [
        { range: { start: 5, end: 6 }, text: '##' },
        { range: { start: 0, end: 1 }, text: '' },
      ],
      6,
      6,
    ],
  ])('%s', (_, made: readonly Edit[], offset, origin) => {
    expect(originOf(offset, made)).toBe(origin);
  });
});
