import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadContracts } from '../../src/contract/load-contracts.js';
import { compileScope, globRegexes, rememberGlobs } from '../../src/globs/compile-scope.js';
import { type CachedContracts, type ContractCache, openContractCache } from '../../src/integrations/contract-cache.js';
import { DEFAULT_CONFIG } from '../../src/model/config.js';
import { makeFolder, writeFiles } from '../support/make-folder.js';
import { SECURITY_CONTRACT } from '../support/sample-contract.js';

const templates = path.resolve(import.meta.dirname, '../../templates/contracts');
const FILE = '.specflow/cache/contracts.json';

function cacheOf(root: string, programId = '1', globs = DEFAULT_CONFIG.contracts): ContractCache {
  return openContractCache({ root, globs, programId, scopes: { compileScope, globRegexes, rememberGlobs } });
}

function filled(files: Readonly<Record<string, string>> = { 'contracts/security.yml': SECURITY_CONTRACT }): string {
  const root = makeFolder({ '.git/HEAD': 'ref: refs/heads/main\n', ...files });
  cacheOf(root).keep(loadContracts(root, DEFAULT_CONFIG.contracts));
  return root;
}

/** Everything of a contract that can be compared; scopes by what they select. */
function comparable({ contracts, files }: CachedContracts): unknown {
  const probes = ['src/a.ts', 'src/a.test.ts', 'src/a.tsx', 'README.md', 'app/[slug]/page.tsx'];
  return {
    files,
    contracts: contracts.map((contract) => ({
      ...contract,
      rules: contract.rules.map((rule) => ({ ...rule, scope: [rule.scope.globs, rule.scope.select(probes)] })),
    })),
  };
}

describe('cached contracts', () => {
  it('are those that were loaded, regular expressions and scopes included', () => {
    const packs = ['security', 'accessibility', 'architecture', 'production-readiness', 'test-integrity'];
    const files = packs.map((name) => [
      `contracts/${name}.yml`,
      readFileSync(path.join(templates, `${name}.yml`), 'utf8'),
    ]);
    const root = filled(Object.fromEntries(files));
    const loaded = loadContracts(root, DEFAULT_CONFIG.contracts);
    expect(loaded.contracts.length).toBe(packs.length);
    const cached = cacheOf(root).read();
    expect(cached && comparable(cached)).toEqual(comparable(loaded));
  });

  it('are ignored by git without anybody doing anything', () => {
    expect(readFileSync(path.join(filled(), '.specflow/cache/.gitignore'), 'utf8')).toBe('*\n');
  });

  it.each<[string, (root: string) => ContractCache]>([
    ['a contract changed', (root) => changed(root, { 'contracts/security.yml': `${SECURITY_CONTRACT}# more\n` })],
    ['a contract was added', (root) => changed(root, { 'docs/contracts/deep/b.yaml': 'rules: []\n' })],
    ['a file is there that may be meant for one', (root) => changed(root, { 'contracts/B.YML': 'rules: []\n' })],
    ['a link to a folder is there', (root) => linked(root, '../contracts', 'contracts/more')],
    ['a contract was removed', (root) => removed(root, 'contracts/security.yml')],
    ['another program asks', (root) => cacheOf(root, '2')],
    ['other files are contracts', (root) => cacheOf(root, '1', ['contracts/**/*.yml', '!contracts/x.yml'])],
    ['the file is cut short', (root) => damaged(root, (text) => text.slice(0, -2))],
    ['one character differs', (root) => damaged(root, (text) => text.replace('No innerHTML', 'No innerHTMX'))],
    ['git may track what lies there', (root) => changed(root, { '.git/index': 'not one that tells' })],
    ['the file is empty', (root) => damaged(root, () => '')],
    ['the file is something else', (root) => damaged(root, () => '{"version":1}')],
  ])('count as none when %s', (_, ask) => {
    const root = filled();
    expect(cacheOf(root).read()).not.toBeNull();
    expect(ask(root).read()).toBeNull();
  });

  it('stay good beside files that nobody could mean for a contract', () => {
    const root = filled();
    writeFiles(root, { 'contracts/notes/why.md': 'because\n', 'docs/contracts/list.json': '[]\n' });
    expect(cacheOf(root).read()).not.toBeNull();
  });

  it('are not kept for files that changed while they were loaded', () => {
    const root = makeFolder({ 'contracts/security.yml': SECURITY_CONTRACT });
    const cache = cacheOf(root);
    const loaded = loadContracts(root, DEFAULT_CONFIG.contracts);
    writeFiles(root, { 'contracts/security.yml': SECURITY_CONTRACT.replace('innerHTML', 'outerHTML') });
    cache.keep(loaded);
    expect(cacheOf(root).read()).toBeNull();
  });

  it('are good beside a link, until something comes to lie behind it', () => {
    const root = makeFolder({
      '.git/HEAD': 'ref: refs/heads/main\n',
      'contracts/security.yml': SECURITY_CONTRACT,
      'shared/notes.txt': 'none',
    });
    symlinkSync('../shared', path.join(root, 'contracts/shared'));
    symlinkSync('../later', path.join(root, 'contracts/later'));
    const globs = [...DEFAULT_CONFIG.contracts, '!contracts/later'];
    const ask = () => cacheOf(root, '1', globs);
    ask().keep(loadContracts(root, globs));
    expect(ask().read()).not.toBeNull();
    expect(changed(root, { 'shared/b.yml': SECURITY_CONTRACT }) && ask().read()).toBeNull();
    rmSync(path.join(root, 'shared/b.yml'));
    expect(ask().read()).not.toBeNull();
    expect(changed(root, { 'later/b.yml': SECURITY_CONTRACT }) && ask().read()).toBeNull();
  });

  it('are not looked for where that would take a look at every file', () => {
    const root = makeFolder({ 'contracts/security.yml': SECURITY_CONTRACT });
    const globs = ['**/*.yml'];
    cacheOf(root, '1', globs).keep(loadContracts(root, globs));
    expect(cacheOf(root, '1', globs).read()).toBeNull();
  });
});

function changed(root: string, files: Readonly<Record<string, string>>): ContractCache {
  writeFiles(root, files);
  return cacheOf(root);
}

function linked(root: string, target: string, link: string): ContractCache {
  symlinkSync(target, path.join(root, link));
  return cacheOf(root);
}

function removed(root: string, file: string): ContractCache {
  rmSync(path.join(root, file));
  return cacheOf(root);
}

function damaged(root: string, damage: (text: string) => string): ContractCache {
  const file = path.join(root, FILE);
  writeFileSync(file, damage(readFileSync(file, 'utf8')));
  return cacheOf(root);
}
