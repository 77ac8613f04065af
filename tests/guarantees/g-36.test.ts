import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { allEnded } from './harness/all-ended.js';
import { guarantee } from './harness/guarantee.js';
import { contractOf } from './harness/heal-in.js';
import { type HookedRepository, makeHookedRepository } from './harness/hooked-repository.js';

const lines = (change: Readonly<Record<number, string>> = {}): string =>
  Array.from({ length: 40 }, (_, n) => `${change[n] ?? `line ${n}`}\n`).join('');

const FILES = {
  // There is a fix for whatever is bad; the hook must not make it.
  'contracts/plain.yml': contractOf([
    { id: 'R-1', scope: ['src/**'], forbidden: '/bad/', fix: { strategy: 'replace', find: 'bad', replace: 'good' } },
  ]).replaceAll('"soft"', '"non_negotiable"'),
  'src/a.txt': lines(),
  'src/b.txt': 'b\n',
};

type Scenario = (at: HookedRepository) => Promise<unknown>;

/** Each leaves changes that were not staged; those of the first half are bad, and nobody's business. */
const SCENARIOS: Readonly<Record<string, Scenario>> = {
  async 'add -p'(at) {
    at.write('src/a.txt', lines({ 2: 'one', 35: 'bad' }));
    await at.git(['add', '--patch', 'src/a.txt'], 'y\nn\n');
    await at.git(['commit', '--message', 'part']);
  },
  async 'commit -- path'(at) {
    at.write('src/a.txt', lines({ 2: 'bad' }));
    at.write('src/b.txt', 'b2\n');
    await at.git(['commit', '--message', 'path', '--', 'src/b.txt']);
  },
  async 'commit --amend with work left'(at) {
    at.write('src/b.txt', 'bad\n');
    await at.git(['commit', '--amend', '--message', 'again']);
  },
  async 'a new file and a removed one, not staged'(at) {
    at.write('src/new.txt', 'bad\n');
    await at.git(['rm', '--cached', '--quiet', 'src/b.txt']);
    await at.git(['commit', '--message', 'less']);
  },
  async 'intent to add'(at) {
    at.write('src/new.txt', 'bad\n');
    await at.git(['add', '--intent-to-add', 'src/new.txt']);
    at.write('src/b.txt', 'b2\n');
    await at.git(['add', 'src/b.txt']);
    await at.git(['commit', '--message', 'intent']);
  },
  async 'blocked, with work left'(at) {
    at.write('src/a.txt', lines({ 2: 'bad', 3: 'staged' }));
    await at.git(['add', 'src/a.txt']);
    at.write('src/a.txt', lines({ 2: 'good', 35: 'not staged' }));
    await at.git(['commit', '--message', 'blocked']);
  },
  async 'commit -a'(at) {
    at.write('src/a.txt', lines({ 2: 'one' }));
    at.write('src/untracked.txt', 'bad\n');
    await at.git(['commit', '--all', '--message', 'all']);
  },
  async merge(at) {
    await at.git(['checkout', '--quiet', '-b', 'side']);
    at.write('src/a.txt', lines({ 2: 'side' }));
    await at.git(['commit', '--all', '--message', 'side']);
    await at.git(['checkout', '--quiet', 'main']);
    at.write('src/a.txt', lines({ 35: 'main' }));
    await at.git(['commit', '--all', '--message', 'main']);
    at.write('src/b.txt', 'bad\n');
    await at.git(['merge', '--no-edit', 'side']);
  },
  async 'a merge with a conflict'(at) {
    await at.git(['checkout', '--quiet', '-b', 'side']);
    at.write('src/a.txt', lines({ 2: 'side' }));
    await at.git(['commit', '--all', '--message', 'side']);
    await at.git(['checkout', '--quiet', 'main']);
    at.write('src/a.txt', lines({ 2: 'main' }));
    await at.git(['commit', '--all', '--message', 'main']);
    await at.git(['merge', '--no-edit', 'side']);
    at.write('src/a.txt', lines({ 2: 'both' }));
    await at.git(['add', 'src/a.txt']);
    at.write('src/b.txt', 'bad\n');
    await at.git(['commit', '--no-edit']);
  },
  async rebase(at) {
    await at.git(['checkout', '--quiet', '-b', 'side']);
    at.write('src/a.txt', lines({ 2: 'side' }));
    await at.git(['commit', '--all', '--message', 'side']);
    await at.git(['checkout', '--quiet', 'main']);
    at.write('src/a.txt', lines({ 35: 'main' }));
    await at.git(['commit', '--all', '--message', 'main']);
    await at.git(['checkout', '--quiet', 'side']);
    at.write('src/untracked.txt', 'bad\n');
    await at.git(['rebase', 'main']);
  },
};

/** Everything a commit may have touched: history, index, folder and stash. */
async function stateOf(at: HookedRepository): Promise<unknown> {
  const asked = [
    ['log', '--all', '--format=%T %s', '--topo-order'],
    ['ls-files', '--stage'],
    ['status', '--porcelain=v2'],
    ['diff', '--cached'],
    ['diff'],
    ['stash', 'list'],
  ];
  const answers: string[] = [];
  for (const args of asked) answers.push((await at.git(args)).stdout);
  const files = readdirSync(at.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    // What a check remembers is ignored by git, and no part of any commit.
    .filter((file) => !file.includes('/.git/') && !file.includes('/.specflow/cache/'))
    .sort();
  return [answers, files.map((file) => [file.slice(at.folder.length), readFileSync(file, 'utf8')])];
}

/** What a hook that blocks leaves is what there was. */
function withoutCommits(at: HookedRepository): HookedRepository {
  return { ...at, git: (args, input) => at.git(args[0] === 'commit' ? ['status'] : args, input) };
}

guarantee({
  id: 'G-36',
  async holds(subject) {
    const tried = async ([name, scenario]: readonly [string, Scenario]): Promise<void> => {
      const plain = await makeHookedRepository(null, FILES);
      const hooked = await makeHookedRepository(subject, FILES);
      await scenario(name.startsWith('blocked') ? withoutCommits(plain) : plain);
      await scenario(hooked);
      expect(await stateOf(hooked), name).toEqual(await stateOf(plain));
      if (name !== 'rebase') expect(hooked.hookRuns(), name).toBeGreaterThan(0);
    };
    await allEnded(Object.entries(SCENARIOS).map(tried));

    // A work tree of its own, and a repository within the repository.
    for (const hook of [null, subject]) {
      const outer = await makeHookedRepository(hook, FILES);
      await outer.git(['worktree', 'add', '--quiet', 'tree', '-b', 'side']);
      outer.write('tree/src/a.txt', lines({ 2: 'one' }));
      await outer.git(['-C', 'tree', 'add', 'src/a.txt']);
      outer.write('tree/src/a.txt', lines({ 2: 'one', 35: 'bad' }));
      await outer.git(['-C', 'tree', 'commit', '--quiet', '--message', 'tree']);
      expect((await outer.git(['-C', 'tree', 'status', '--porcelain'])).stdout).toBe(' M src/a.txt\n');
      expect((await outer.git(['show', 'side:src/a.txt'])).stdout).toBe(lines({ 2: 'one' }));

      const inner = await makeHookedRepository(null, { 'src/in.txt': 'in\n' });
      await outer.git(['submodule', '--quiet', 'add', inner.folder, 'sub']);
      outer.write('sub/src/in.txt', 'bad\n');
      outer.write('src/b.txt', 'b2\n');
      await outer.git(['add', 'src/b.txt']);
      expect((await outer.git(['commit', '--quiet', '--message', 'sub'])).code).toBe(0);
      expect(outer.read('sub/src/in.txt')).toBe('bad\n');
      expect((await outer.git(['-C', 'sub', 'status', '--porcelain'])).stdout).toBe(' M src/in.txt\n');
    }
  },
  bug: {
    file: 'src/platform/git/index-ahead.ts',
    find: '  const before = stampOf(',
    replace: "  gitIn(root, env)(['add', '--update']);\n  const before = stampOf(",
  },
});
