import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { auditPromises } from './harness/audit-promises.js';
import { PROMISES } from './promises.js';

const IDS = Object.keys(PROMISES);
const FILES: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.test.ts') && name !== 'promises.test.ts')
    .map((name) => [name, readFileSync(join(import.meta.dirname, name), 'utf8')]),
);

it('promises 47 things', () => {
  expect(IDS).toEqual(Array.from({ length: 47 }, (_, n) => `G-${String(n + 1).padStart(2, '0')}`));
});

const test = (id: string, rest = "bug: { file: 'a', find: 'b', replace: 'c' }"): string =>
  `guarantee({ id: '${id}', async holds() {}, ${rest} });`;

it.each([
  ['nothing', { 'g-01.test.ts': test('G-01') }, []],
  ['a missing file', {}, ['G-01 has no test']],
  ['a test that is only a comment', { 'g-01.test.ts': `// ${test('G-01')}` }, ['G-01 has no test']],
  ['a test that may never run', { 'g-01.test.ts': `if (false) { ${test('G-01')} }` }, ['G-01 has no test']],
  ['a missing bug', { 'g-01.test.ts': test('G-01', '') }, ['G-01 has no planted bug']],
  ['an empty list of bugs', { 'g-01.test.ts': test('G-01', 'bug: []') }, ['G-01 has no planted bug']],
  ['two files', { 'g-01.test.ts': test('G-01'), 'more.test.ts': test('G-01') }, ['G-01 has 2 tests']],
  ['two tests', { 'g-01.test.ts': test('G-01') + test('G-01') }, ['G-01 has 2 tests']],
  ['another file', { 'other.test.ts': test('G-01') }, ['G-01 is tested in other.test.ts']],
  [
    'an unknown promise',
    { 'g-01.test.ts': test('G-01'), 'g-99.test.ts': test('G-99') },
    ['g-99.test.ts tests G-99, which nobody promised'],
  ],
])('complains of %s', (_what, files, complaints) => {
  expect(auditPromises(['G-01'], files)).toEqual(complaints);
});

it('has a test with a planted bug for each of them, and would notice the loss of any one', () => {
  expect(auditPromises(IDS, FILES)).toEqual([]);
  for (const id of IDS) {
    const { [`${id.toLowerCase()}.test.ts`]: _, ...rest } = FILES;
    expect(auditPromises([id], rest)).toContain(`${id} has no test`);
  }
});
