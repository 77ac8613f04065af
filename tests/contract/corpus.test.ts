import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ParsedContract, parseContract } from '../../src/contract/parse-contract.js';

const ROOT = join(import.meta.dirname, '../..');
const COMMITTED = join(ROOT, 'tests/fixtures/corpus');
/** A larger collection that may stand beside the checkout; not all of it may be redistributed. */
const SHARED = join(ROOT, '../shared/corpus');
const GOLDEN = join(import.meta.dirname, 'corpus.golden.txt');

describe('real contracts', () => {
  const committed = outcomesIn(COMMITTED);
  const shared = existsSync(SHARED) ? outcomesIn(SHARED) : new Map<string, string>();

  it('each loads, or says where and why not, or has nothing to enforce', async () => {
    if (shared.size > 0) {
      await expect(textOf(new Map([...committed, ...shared]))).toMatchFileSnapshot(GOLDEN);
    } else {
      const golden = new Set(readFileSync(GOLDEN, 'utf8').split('\n'));
      expect(
        textOf(committed)
          .split('\n')
          .filter((line) => !golden.has(line)),
      ).toEqual([]);
    }
  });

  it('none is dropped without a word', () => {
    for (const [file, outcome] of [...committed, ...shared])
      expect(outcome, file).toMatch(/loaded [1-9]|invalid|finding|waiver/);
  });
});

function outcomesIn(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.ya?ml$/.test(file))
    .sort();
  return new Map(files.map((file) => [file, outcomeOf(parseContract(file, readFileSync(join(folder, file), 'utf8')))]));
}

function outcomeOf({ contract, problems, findings }: ParsedContract): string {
  const checks = contract?.rules.reduce((sum, rule) => sum + rule.checks.length, 0);
  return [
    ...(contract ? [`loaded ${contract.rules.length} rules, ${checks} checks`] : []),
    ...(contract && contract.advice.length > 0 ? [`${contract.advice.length} advice`] : []),
    ...(contract && contract.waivers.length > 0 ? [`${contract.waivers.length} waiver`] : []),
    ...problems.map((problem) => `${problem.severity} ${problem.code}@${problem.line}:${problem.column}`),
    ...findings.map((finding) => `finding ${finding.code}${finding.ruleId ? ` ${finding.ruleId}` : ''}`),
    ...findings.flatMap((finding) => (finding.ruleId ? [] : [`(${finding.message.split(';')[0]})`])),
  ].join(' | ');
}

function textOf(outcomes: ReadonlyMap<string, string>): string {
  return [...outcomes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, outcome]) => `${file}\n    ${outcome}\n`)
    .join('');
}
