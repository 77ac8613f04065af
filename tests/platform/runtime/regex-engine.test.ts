import { expect, it } from 'vitest';
import { enableLinearFallback } from '../../../src/platform/runtime/regex-engine.js';

it('finishes a match that backtracking alone would not', () => {
  enableLinearFallback();
  // Twice the work for each further letter: without the fallback this outlives the test run.
  expect(
    'a'
      .repeat(60)
      .concat('!')
      .search(/^(a+)+$/),
  ).toBe(-1);
});
