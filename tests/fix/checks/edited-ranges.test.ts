import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editedRanges } from '../../../src/fix/checks/edited-ranges.js';
import { applyEdits, type Edit } from '../../../src/model/edit.js';

const TEXT = 'abcdefghijklmnopqrst';

/** Edits that do not overlap, in any order; several may insert at one place. */
const edits: fc.Arbitrary<readonly Edit[]> = fc
  .uniqueArray(fc.nat(TEXT.length), { minLength: 2, maxLength: 10 })
  .chain((cuts) => {
    const sorted = [...cuts].sort((a, b) => a - b);
    const pieces = sorted.slice(1).map((end, at) => ({ start: sorted[at] ?? 0, end }));
    return fc.tuple(
      fc.subarray(pieces),
      fc.array(fc.constantFrom(...sorted), { maxLength: 4 }),
      fc.array(fc.constantFrom('', 'X', 'YZ', 'LONGER'), { minLength: 14, maxLength: 14 }),
    );
  })
  .map(([pieces, points, texts]) => {
    const ranges = [...pieces, ...points.map((at) => ({ start: at, end: at }))];
    return ranges.map((range, at) => ({ range, text: texts[at] ?? '' }));
  })
  .chain((all) => fc.shuffledSubarray([...all], { minLength: all.length }));

/** Said again for each edit, of all the others. */
function naive(edit: Edit, all: readonly Edit[]): number {
  const isAhead = (other: Edit): boolean => {
    if (other.range.end > edit.range.start || other === edit) return false;
    if (other.range.start < edit.range.start) return true;
    return edit.range.start < edit.range.end || all.indexOf(other) < all.indexOf(edit);
  };
  return all
    .filter(isAhead)
    .reduce((start, { range, text }) => start + text.length - (range.end - range.start), edit.range.start);
}

test('each edit stands where those in front of it have moved it', () => {
  fc.assert(
    fc.property(edits, (all) => {
      const ranges = editedRanges(all);
      expect(ranges.map(({ start }) => start)).toEqual(all.map((edit) => naive(edit, all)));
      expect(editedRanges(all.slice(1), all)).toEqual(ranges.slice(1));
    }),
  );
});

test('and that is where it is in the text', () => {
  const all = [
    { range: { start: 5, end: 7 }, text: 'X' },
    { range: { start: 0, end: 0 }, text: 'head ' },
    { range: { start: 9, end: 9 }, text: '' },
  ];
  const after = applyEdits(TEXT, all);
  expect(editedRanges(all).map(({ start, end }) => after?.slice(start, end))).toEqual(['X', 'head ', '']);
});
