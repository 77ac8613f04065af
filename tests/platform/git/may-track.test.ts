import { execFileSync } from 'node:child_process';
import { renameSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { mayTrack } from '../../../src/platform/git/may-track.js';
import { readOwnText } from '../../../src/platform/state/read-own-text.js';
import { makeFolder } from '../../support/make-folder.js';

const FOLDER = '.specflow/cache';
const git = (root: string, ...args: readonly string[]): void => {
  execFileSync('git', ['-C', root, '-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], { stdio: 'ignore' });
};

function repository(files: Readonly<Record<string, string>>): string {
  const root = makeFolder(files);
  git(root, 'init');
  git(root, 'add', '-f', '.');
  return root;
}

describe('mayTrack', () => {
  const plain = { 'src/a.ts': 'a\n', '.specflow/config.json': '{}\n' };
  const planted = { ...plain, '.specflow/cache/contracts.json': '{}' };

  it('says no where git lists nothing there, also before anything was added', () => {
    expect(mayTrack(repository(plain), FOLDER)).toBe(false);
    const empty = makeFolder({});
    git(empty, 'init');
    expect(mayTrack(empty, FOLDER)).toBe(false);
  });

  it('says yes where git lists a file, seen from the top and from a package below', () => {
    expect(mayTrack(repository(planted), FOLDER)).toBe(true);
    const below = Object.fromEntries(Object.entries(planted).map(([file, text]) => [`packages/a/${file}`, text]));
    expect(mayTrack(path.join(repository(below), 'packages/a'), FOLDER)).toBe(true);
  });

  it('looks at the index of a linked work tree', () => {
    const root = repository(planted);
    git(root, 'commit', '-m', 'a');
    git(root, 'worktree', 'add', 'linked');
    expect(mayTrack(path.join(root, 'linked'), FOLDER)).toBe(true);
  });

  it.each<[string, (root: string) => void]>([
    ['an index of version 4', (root) => git(root, 'update-index', '--index-version', '4')],
    ['a split index', (root) => git(root, 'update-index', '--split-index')],
    ['a damaged index', (root) => writeFileSync(path.join(root, '.git/index'), 'x')],
    ['no repository', (root) => renameSync(path.join(root, '.git'), path.join(root, 'elsewhere'))],
  ])('does not tell from %s', (_, change) => {
    const root = repository(plain);
    change(root);
    expect(mayTrack(root, FOLDER)).toBe(true);
  });
});

describe('readOwnText', () => {
  it('reads what is there, and nothing through a link', () => {
    const root = makeFolder({ '.specflow/cache/a.txt': 'ours' });
    expect(readOwnText(root, FOLDER, 'a.txt', 100)).toBe('ours');
    expect(readOwnText(root, FOLDER, 'b.txt', 100)).toBeNull();
    expect(readOwnText(root, FOLDER, 'a.txt', 2)).toBeNull();
    const other = makeFolder({ 'theirs/cache/a.txt': 'theirs' });
    symlinkSync('theirs', path.join(other, '.specflow'));
    expect(readOwnText(other, FOLDER, 'a.txt', 100)).toBeNull();
  });
});
