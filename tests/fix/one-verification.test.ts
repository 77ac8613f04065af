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

type Remedy = readonly [pattern: RegExp, fix: Parameters<typeof makeAutoFix>[0]];

/** How many places of the text are mended, and how many verifications of the whole text that takes. */
function made(text: string, ...remedies: readonly Remedy[]) {
  vi.mocked(verifyEdits).mockClear();
  const requests = remedies.flatMap(([pattern, fix]) => {
    const rule = makeRule({}, forbidden(pattern));
    const instruction = makeAutoFix(fix);
    const places = [...text.matchAll(new RegExp(pattern, 'g'))].map((_, nth) => placeOf(text, pattern, nth));
    return rule.checks.flatMap((check) =>
      places.map((place): FixRequest => {
        return { site: { path: 'src/a.ts', text, rule, check, place }, instruction };
      }),
    );
  });
  const fixes = makeFixes(requests).filter(({ kind }) => kind === 'fix').length;
  return { fixes, verifications: vi.mocked(verifyEdits).mock.calls.length };
}

test('operators of one chain each, two of them in each chain, take two', () => {
  const text = Array.from({ length: 12 }, (_, at) => `f(typeof a${at} == "string" || typeof b${at} == "number");\n`);
  const fix = { findReplace: { find: /==/g, replace: '===' } };
  expect(made(text.join(''), [/\w+ == "/, fix])).toEqual({ fixes: 24, verifications: 2 });
});

test('one that does not parse takes a few, however many stand beside it', () => {
  const lines = (count: number): string => `${'f(typeof a == "string");\n'.repeat(count)}`;
  const equal: Remedy = [/\w+ == "/, { findReplace: { find: /==/g, replace: '===' } }];
  const broken: Remedy = [/\.b\(/, { template: '.b((' }];
  const few = made(`${lines(4)}a.b();\n${lines(4)}`, equal, broken);
  expect(few.fixes).toBe(8);
  expect(made(`${lines(50)}a.b();\n${lines(30)}`, equal, broken)).toEqual({ ...few, fixes: 80 });
});

test('a name that is renamed wherever it stands is judged once, whichever of its places asks', () => {
  const text = `import { old } from './a.js';\n${'old(1);\n'.repeat(20)}`;
  const rename: Remedy = [/\bold\b/, { findReplace: { find: /old/g, replace: 'next' } }];
  expect(made(text, rename)).toEqual({ fixes: 21, verifications: 1 });
});
