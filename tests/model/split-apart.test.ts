import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitApart } from '../../src/model/split-apart.js';

test('items that clash are in different groups, all others in the first that takes them', () => {
  const clash = (one: number, other: number): boolean => one % 3 === other % 3;
  expect(splitApart([0, 1, 3, 2, 4, 6], clash)).toEqual([[0, 1, 2], [3, 4], [6]]);
  expect(splitApart([], clash)).toEqual([]);
});

test('no two of a group clash, no item is lost, and none stands further back than it has to', () => {
  const pairs = fc.uniqueArray(fc.tuple(fc.nat(9), fc.nat(9)), { selector: String });
  fc.assert(
    fc.property(pairs, (clashes) => {
      const clash = (one: number, other: number): boolean =>
        clashes.some(([a, b]) => (a === one && b === other) || (a === other && b === one));
      const items = Array.from({ length: 10 }, (_, index) => index);
      const groups = splitApart(items, clash);
      expect(groups.flat().sort((a, b) => a - b)).toEqual(items);
      for (const [index, group] of groups.entries()) {
        for (const item of group) {
          expect(group.some((other) => other !== item && clash(item, other))).toBe(false);
          for (const before of groups.slice(0, index)) expect(before.some((other) => clash(item, other))).toBe(true);
        }
      }
    }),
  );
});
