import { expect, test, vi } from 'vitest';
import { verifyEdits } from '../../src/fix/checks/verify-edits.js';
import { type FixRequest, makeFixes } from '../../src/fix/make-fixes.js';
import { makeAutoFix } from '../support/make-auto-fix.js';
import { forbidden, makeRule } from '../support/make-rule.js';
import { placeOf } from './mend.js';

vi.mock(import('../../src/fix/checks/verify-edits.js'), async (load) => {
  const actual = await load();
  return { ...actual, verifyEdits: vi.fn(actual.verifyEdits) };
});

const SECRET = /secret = "a"/;

test('fixes of one file are made together for the price of one parse', () => {
  const text = Array.from({ length: 9 }, (_, i) => `export const a${i} = { secret: 1 };\nthis.secret = "a";\n`).join(
    '',
  );
  const rule = makeRule({}, forbidden(SECRET));
  const requests = rule.checks.flatMap((check) =>
    Array.from(
      { length: 9 },
      (_, nth): FixRequest => ({
        site: { path: 'src/a.tsx', text, rule, check, place: placeOf(text, SECRET, nth) },
        instruction: makeAutoFix({ template: 'process.env.${UPPER_SNAKE_CASE_NAME}' }),
      }),
    ),
  );
  expect(makeFixes(requests).map(({ kind }) => kind)).toEqual(requests.map(() => 'fix'));
  expect(verifyEdits).toHaveBeenCalledTimes(1);
});
