import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadContracts } from '../../src/contract/load-contracts.js';
import { DEFAULT_CONFIG } from '../../src/model/config.js';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'specflow-contracts-'));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

function contract(id: string, ...ruleIds: readonly string[]): string {
  const rules = ruleIds.map((ruleId) => `    - { id: ${ruleId}, scope: src/**, forbidden_patterns: [x] }\n`);
  return `contract_meta: { id: ${id} }\nrules:\n  non_negotiable:\n${rules.join('')}`;
}

function load(globs = DEFAULT_CONFIG.contracts) {
  const { contracts, problems, findings, files } = loadContracts(root, globs);
  return {
    files,
    rules: contracts.map((each) => `${each.id}: ${each.rules.map((rule) => rule.id).join(' ')}`),
    problems: problems.map(({ code, file, line }) => `${code} ${file}:${line}`),
    findings: findings.map(({ code, file }) => `${code} ${file}`),
    messages: problems.map((problem) => problem.message),
  };
}

describe('where contracts are found', () => {
  it('in the usual folders, at any depth, with both endings, sorted', () => {
    write('docs/contracts/b.yml', contract('b', 'B-1'));
    write('contracts/deep/a.yaml', contract('a', 'A-1'));
    write('.specflow/contracts/c.yml', contract('c', 'C-1'));
    write('contracts/README.md', 'no');
    write('other/d.yml', contract('d', 'D-1'));
    expect(load()).toMatchObject({
      files: ['.specflow/contracts/c.yml', 'contracts/deep/a.yaml', 'docs/contracts/b.yml'],
      rules: ['c: C-1', 'a: A-1', 'b: B-1'],
      problems: [],
    });
  });

  it('not behind a link within a folder, which is said; a link that is named is looked behind', () => {
    write('contracts/a.yml', contract('a', 'A-1'));
    write('shared/deep/b.yml', contract('b', 'B-1'));
    write('notes/c.txt', 'no');
    symlinkSync('../shared', join(root, 'contracts/more'));
    symlinkSync('../notes', join(root, 'contracts/notes'));
    symlinkSync('.', join(root, 'contracts/circle'));
    expect(load(['contracts/**/*.yml', '!contracts/circle/**'])).toMatchObject({
      rules: ['a: A-1'],
      problems: ['contract/linked-folder contracts/more:1'],
    });
    expect(load(['contracts/**/*.yml', '!contracts/{circle,more}/**']).problems).toEqual([]);
    expect(load(['contracts/*.yml', 'contracts/more/**/*.yml'])).toMatchObject({
      rules: ['a: A-1', 'b: B-1'],
      problems: [],
    });
    symlinkSync('shared', join(root, 'linked'));
    expect(load(['linked/**/*.yml'])).toMatchObject({ rules: ['b: B-1'], problems: [] });
  });

  it('not by a glob that selects none, nor by a name in capitals, which is said', () => {
    write('contracts/a.yml', contract('a', 'A-1'));
    write('contracts/README.md', 'no');
    write('contracts/B.YML', contract('b', 'B-1'));
    write('contracts/OK.yml', contract('ok', 'OK-1'));
    const findings = ['contract/not-selected contracts/B.YML'];
    expect(load()).toMatchObject({ rules: ['ok: OK-1', 'a: A-1'], problems: [], findings });
    const inert = 'contract/inert-glob .specflow/config.json';
    expect(load(['contracts/**/*.yml', 'rulez/*.yml', '!none/**']).findings).toEqual([inert, ...findings]);
    // A file that is named and missing is a problem already.
    const named = load(['contracts/**/*.yml', 'contracts/gone.yml']);
    expect(named).toMatchObject({ problems: ['contract/not-found contracts/gone.yml:1'], findings });
  });

  it('by ordered globs, and never among dependencies', () => {
    write('a.yml', contract('a', 'A-1'));
    write('x/b.yml', contract('b', 'B-1'));
    write('x/c.yml', contract('c', 'C-1'));
    write('node_modules/p/d.yml', contract('d', 'D-1'));
    expect(load(['**/*.yml', '!x/**', './x/c.yml']).files).toEqual(['a.yml', 'x/c.yml']);
    expect(load(['x/']).files).toEqual(['x/b.yml', 'x/c.yml']);
    expect(load(['**/*.yml', '!**']).files).toEqual([]);
  });

  it('nothing is nothing, and no problem of its own', () => {
    expect(load()).toMatchObject({ files: [], rules: [], problems: [], findings: [] });
  });

  it('a file that is named and missing is a problem', () => {
    write('a.yml', contract('a', 'A-1'));
    expect(load(['a.yml', 'b.yml', 'none/*.yml'])).toMatchObject({
      rules: ['a: A-1'],
      problems: ['contract/not-found b.yml:1'],
    });
  });
});

describe('folders that are none', () => {
  it('a file called contracts hides nothing', () => {
    write('contracts', 'a file');
    write('docs/contracts/a.yml', contract('a', 'A-1'));
    expect(load()).toMatchObject({ files: ['docs/contracts/a.yml'], rules: ['a: A-1'], problems: [] });
  });

  it('a folder that cannot be searched is a problem', () => {
    write('docs/contracts/a.yml', contract('a', 'A-1'));
    symlinkSync('contracts', join(root, 'contracts'));
    expect(load()).toMatchObject({ rules: ['a: A-1'], problems: ['contract/unreadable contracts/**/*.{yml,yaml}:1'] });
  });
});

describe('a file that cannot be read is named, and the others load', () => {
  it.each<[string, (path: string) => void, string]>([
    ['Latin-1', (path) => write(path, Uint8Array.of(0x61, 0x3a, 0xe9)), 'contract/unreadable'],
    ['UTF-16', (path) => write(path, Uint8Array.of(0xff, 0xfe, 0x61, 0)), 'contract/unreadable'],
    ['too big', (path) => write(path, 'a'.repeat(1024 * 1024 + 1)), 'contract/too-big'],
    ['a device without end', (path) => symlinkSync('/dev/zero', join(root, path)), 'contract/unreadable'],
    ['a link to nowhere', (path) => symlinkSync('nowhere', join(root, path)), 'contract/unreadable'],
    ['a link to itself', (path) => symlinkSync('bad.yml', join(root, path)), 'contract/unreadable'],
    ['a link to a folder', (path) => symlinkSync('.', join(root, path)), 'contract/unreadable'],
    ['not YAML', (path) => write(path, 'a: b: c\n'), 'contract/yaml-colon'],
  ])('%s', (_name, make, code) => {
    write('contracts/good.yml', contract('good', 'OK-1'));
    make('contracts/bad.yml');
    expect(load()).toMatchObject({
      files: ['contracts/bad.yml', 'contracts/good.yml'],
      rules: ['good: OK-1'],
      problems: [`${code} contracts/bad.yml:1`],
    });
  });

  it.skipIf(process.getuid?.() === 0)('without permission', () => {
    write('contracts/bad.yml', contract('bad', 'A-1'));
    chmodSync(join(root, 'contracts/bad.yml'), 0);
    expect(load().problems).toEqual(['contract/unreadable contracts/bad.yml:1']);
  });

  it.skipIf(process.getuid?.() === 0)('a folder without permission', () => {
    write('contracts/good.yml', contract('good', 'OK-1'));
    write('contracts/deep/closed/bad.yml', contract('bad', 'A-1'));
    chmodSync(join(root, 'contracts/deep/closed'), 0);
    expect(load()).toMatchObject({
      problems: ['contract/unreadable contracts/**/*.{yml,yaml}:1'],
    });
  });

  it('a folder that is called like a contract is a folder', () => {
    write('contracts/x.yml/inner.yml', contract('inner', 'A-1'));
    expect(load()).toMatchObject({ files: ['contracts/x.yml/inner.yml'], rules: ['inner: A-1'], problems: [] });
  });

  it('a link to a contract is read', () => {
    write('shared/a.yml', contract('a', 'A-1'));
    mkdirSync(join(root, 'contracts'));
    symlinkSync('../shared/a.yml', join(root, 'contracts/a.yml'));
    expect(load()).toMatchObject({ files: ['contracts/a.yml'], rules: ['a: A-1'], problems: [] });
  });
});

describe('ids are unique over all contracts', () => {
  it('the second rule of one id is left out, and both places are named', () => {
    write('contracts/a.yml', contract('a', 'X-1', 'X-2'));
    write('contracts/b.yml', contract('b', 'X-2', 'X-3'));
    const { rules, problems, messages } = load();
    expect(rules).toEqual(['a: X-1 X-2', 'b: X-3']);
    expect(problems).toEqual(['contract/duplicate-id contracts/b.yml:4']);
    expect(messages[0]).toContain('contracts/a.yml:5');
  });

  it('so is the second contract of one id', () => {
    write('contracts/a.yml', contract('same', 'X-1'));
    write('contracts/b.yml', contract('same', 'X-2'));
    const { rules, problems, messages } = load();
    expect(rules).toEqual(['same: X-1']);
    expect(problems).toEqual(['contract/duplicate-id contracts/b.yml:1']);
    expect(messages[0]).toContain('contracts/a.yml');
  });
});

it('findings of each file come along', () => {
  write('contracts/index.yml', 'contracts: [ { id: a, path: a.yml } ]\n');
  expect(load()).toMatchObject({ rules: [], findings: ['contract/nothing-enforceable contracts/index.yml'] });
});
