import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseContract } from '../../src/contract/parse-contract.js';
import { enforce } from '../../src/enforce.js';
import { compileScope } from '../../src/globs/compile-scope.js';
import { DEFAULT_CONFIG } from '../../src/model/config.js';
import type { Check, Contract, Rule } from '../../src/model/contract.js';
import { openWorkingTree } from '../../src/platform/files/working-tree.js';
import { readFiles, scanText } from '../support/naive-scanner.js';

// Real contracts on real sources, by the engine and by what a contract test written by hand does.
const repository = resolve(import.meta.dirname, '../..');
const corpus = join(repository, 'tests/fixtures/corpus/contracts');

/** Packages that ship their sources, pinned by the lock file. */
const PACKAGES: readonly (readonly [name: string, globs: readonly string[]])[] = [
  ['ajv', ['lib/**/*.ts', '!lib/refs/**']],
  ['yaml', ['dist/**/*.js', '!dist/cli.*']],
  ['diff', ['libesm/**/*.{js,ts}']],
];

function corpusContracts(): Contract[] {
  return readdirSync(corpus, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.ya?ml$/.test(file))
    .sort()
    .flatMap((file) => parseContract(file, readFileSync(join(corpus, file), 'utf8')).contract ?? []);
}

/** The rules of all contracts, on other files; what the corpus holds in several versions is taken once. */
function aimedAt(globs: readonly string[], contracts: readonly Contract[]): Rule[] {
  const scope = compileScope(globs);
  const known = new Set<string>();
  const isNew = (check: Check): boolean => {
    const demand = check.kind === 'domain' ? check.hosts : check.pattern.written;
    const key = JSON.stringify([check.kind, demand, check.kind === 'required-pattern' && check.require]);
    return known.size < known.add(key).size;
  };
  return contracts.flatMap((contract, at) =>
    contract.rules.map((rule) => ({ ...rule, id: `${at}/${rule.id}`, scope, checks: rule.checks.filter(isNew) })),
  );
}

const contracts = corpusContracts();

it('has enough of a corpus to mean something', () => {
  const checks = contracts.flatMap(({ rules }) => rules.flatMap((rule) => rule.checks));
  expect(checks.filter(({ kind }) => kind === 'forbidden-pattern').length).toBeGreaterThan(150);
  expect(checks.filter(({ kind }) => kind === 'required-pattern').length).toBeGreaterThan(30);
});

describe.each(PACKAGES)('%s', (name, globs) => {
  const root = join(repository, 'node_modules', name);
  const rules = aimedAt(globs, contracts);
  const whole: Contract = { id: name, file: 'x.yml', version: null, owner: null, rules, advice: [], waivers: [] };
  const result = enforce({
    tree: openWorkingTree(root, { maxFileBytes: DEFAULT_CONFIG.maxFileBytes }, null),
    contracts: { contracts: [whole], problems: [], findings: [], files: [] },
    config: DEFAULT_CONFIG,
    today: '2026-11-21',
  });
  const seen = result.violations.map(({ rule, checkIndex, file, place }) =>
    [rule.id, checkIndex, file ?? '-', place?.line ?? '-', place?.column ?? '-', place?.match ?? '-'].join(' | '),
  );

  it('gives the engine and the naive scanner the same violations', () => {
    const sources = readFiles(root, globs);
    const expected = rules.flatMap((rule) =>
      rule.checks.flatMap((check) => {
        if (check.kind === 'domain') return [];
        const { regex } = check.pattern;
        const found = sources.flatMap(({ file, text }) => scanText(text, regex).map((match) => ({ file, ...match })));
        if (check.kind === 'forbidden-pattern') {
          return found.map(({ file, line, column, match }) =>
            [rule.id, check.index, file, line, column, match].join(' | '),
          );
        }
        if (check.require === 'any')
          return found.length === 0 ? [[rule.id, check.index, '-', '-', '-', '-'].join(' | ')] : [];
        const having = new Set(found.map(({ file }) => file));
        return sources
          .filter(({ file }) => !having.has(file))
          .map(({ file }) => [rule.id, check.index, file, '-', '-', '-'].join(' | '));
      }),
    );
    const [bySeen, byExpected] = [new Set(seen), new Set(expected)];
    const onlyEngine = seen.filter((violation) => !byExpected.has(violation));
    const onlyNaive = expected.filter((violation) => !bySeen.has(violation));
    expect({ onlyEngine, onlyNaive }).toEqual({ onlyEngine: [], onlyNaive: [] });
    expect(seen.length).toBe(expected.length);
    expect(seen.length).toBeGreaterThan(20);
  });

  it('could look at everything, and tells any two violations apart', () => {
    expect(result.problems).toEqual([]);
    expect(new Set(result.violations.map(({ fingerprint }) => fingerprint)).size).toBe(result.violations.length);
  });
});
