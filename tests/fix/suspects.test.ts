import { expect, test } from 'vitest';
import { suspectsAt } from '../../src/fix/suspects.js';
import type { TextRange } from '../../src/model/position.js';

const RANGES: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  a: [[0, 5]],
  b: [
    [10, 12],
    [40, 45],
  ],
  c: [[20, 25]],
  d: [[30, 30]],
};

test.each<[string, readonly (readonly [number, number])[], string]>([
  ['those that touch it', [[12, 20]], 'bc'],
  ['one that inserts there', [[30, 30]], 'd'],
  ['the nearest on both sides, where none does', [[27, 28]], 'cd'],
  ['the last, where none is behind it', [[90, 90]], 'b'],
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
  const at = places.map(([start, end]): TextRange => ({ start, end }));
  const found = suspectsAt(at, Object.keys(RANGES), (name) => {
    return (RANGES[name] ?? []).map(([start, end]) => ({ range: { start, end }, text: '' }));
  });
  expect([...found].sort().join('')).toBe(expected);
});
