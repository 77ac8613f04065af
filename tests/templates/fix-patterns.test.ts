import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseStore } from '../../src/pattern-store/parse-store.js';
import { printStore } from '../../src/pattern-store/print-store.js';
import { loadPacks, rulesOf } from './load-pack.js';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

describe.each([
  ['templates/fix-patterns.json', 'templates/contracts'],
  ['tests/fixtures/sample-project/.specflow/fix-patterns.json', 'tests/fixtures/sample-project/contracts'],
])('%s', (file, contracts) => {
  const parsed = parseStore(file, read(file));

  it('is a store without problems or findings, in the form it is saved in', () => {
    expect(parsed.problems).toEqual([]);
    expect(parsed.findings).toEqual([]);
    expect(parsed.store && printStore(parsed.store)).toBe(read(file));
  });

  it('speaks of rules that exist', () => {
    const ids = rulesOf(loadPacks(contracts)).map(({ id }) => id);
    for (const pattern of parsed.store?.patterns ?? []) expect(ids).toContain(pattern.ruleId);
  });
});

it('a pattern that ships has proven nothing yet', () => {
  const { store } = parseStore('x', read('templates/fix-patterns.json'));
  expect(store?.patterns.length).toBeGreaterThan(0);
  for (const pattern of store?.patterns ?? []) {
    expect(pattern).toMatchObject({
      hundredths: 50,
      appliedCount: 0,
      successCount: 0,
      failureCount: 0,
      lastUsed: null,
    });
  }
});
