import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseContract } from '../../src/contract/parse-contract.js';
import { judgeExamples } from '../../src/engine/examples/judge-examples.js';

const FOLDER = new URL('../fixtures/corpus/contracts/Hulupeep__Specflow/templates/contracts/', import.meta.url);
const PACKS = [
  'accessibility_defaults.yml',
  'component_library_defaults.yml',
  'production_readiness_defaults.yml',
  'security_defaults.yml',
  'test_integrity_defaults.yml',
];

const verdicts = PACKS.flatMap((pack) => {
  const { contract } = parseContract(pack, readFileSync(new URL(pack, FOLDER), 'utf8'));
  return (contract?.rules ?? []).map((rule) => judgeExamples(rule, () => true));
});

describe('the examples of the five upstream packs', () => {
  it('are 42', () => {
    expect(verdicts.reduce((sum, { examples }) => sum + examples, 0)).toBe(42);
  });

  it.each(verdicts.map((verdict) => [verdict.rule.id, verdict] as const))('%s agrees', (_, { disagreements }) => {
    expect(disagreements).toEqual([]);
  });
});
