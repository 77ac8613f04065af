import { expect, test } from 'vitest';
import { suspectsAt } from '../../src/fix/suspects.js';
import type { TextRange } from '../../src/model/position.js';

/** Name, start and end of an edit, and where the syntax around it ends. */
const EDITS: readonly (readonly [string, number, number, number])[] = [
  ['a', 0, 5, 80],
  ['b', 10, 12, 15],
  ['b', 40, 45, 50],
  ['c', 20, 25, 26],
  ['d', 30, 30, 35],
];

test.each<[string, readonly (readonly [number, number])[], string]>([
  ['those that touch it', [[12, 20]], 'bc'],
  ['one that inserts there', [[30, 30]], 'd'],
  ['the nearest on both sides, where none does', [[27, 28]], 'cd'],
  ['the last, where none is behind it', [[60, 60]], 'b'],
  ['whose syntax ends right before it', [[81, 81]], 'ab'],
  [
    'each once, of several places',
    [
      [11, 11],
      [41, 41],
      [1, 1],
    ],
    'ab',
  ],
  ['nobody, where there is no place', [], ''],
])('suspected are %s', (_, places, expected) => {
  const suspects = EDITS.map(([item, start, end, behind]) => ({ item, range: { start, end }, end: behind }));
  const found = suspectsAt(
    places.map(([start, end]): TextRange => ({ start, end })),
    suspects,
  );
  expect([...found].sort().join('')).toBe(expected);
});
