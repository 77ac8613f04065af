import { describe, expect, it } from 'vitest';
import { loadRemedy } from './heal-in-memory.js';
import { readCategories } from './read-cases.js';
import { runCase } from './run-case.js';

const categories = readCategories();
const cases = categories.flatMap((category) => category.cases);

describe.each(categories)('heal $name', (category) => {
  const remedy = loadRemedy(category.contract, category.store);

  it.each(category.cases)('$title', async (each) => {
    const { complaints } = await runCase(each, remedy);
    expect(complaints.join('\n')).toBe('');
  });
});

describe('the cases', () => {
  it('are at least 160, and at least half of them escalate', () => {
    expect(cases.length).toBeGreaterThanOrEqual(160);
    expect(cases.filter((each) => each.escalates.length > 0).length).toBeGreaterThanOrEqual(cases.length / 2);
  });

  it('have titles of their own', () => {
    for (const { cases: own } of categories) expect(new Set(own.map(({ title }) => title)).size).toBe(own.length);
  });
});
