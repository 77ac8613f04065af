import { expect, it } from 'vitest';
import { plural } from '../../src/model/plural.js';

it.each([
  [plural(0, 'file'), '0 files'],
  [plural(1, 'file'), '1 file'],
  [plural(2, 'file'), '2 files'],
  [plural(1, 'fix', 'fixes'), '1 fix'],
  [plural(2, 'fix', 'fixes'), '2 fixes'],
])('%s', (said, expected) => {
  expect(said).toBe(expected);
});
