import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, unlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { UsageError } from '../../../src/model/problem.js';
import { type Git, openGit } from '../../../src/platform/git/git.js';
import { makeFolder, writeFiles } from '../../support/make-folder.js';
import { git, makeRepository } from '../../support/make-repository.js';

const FILES = {
  'a.ts': 'a\n',
  'b.ts': 'b\n',
  'c.ts': 'c\n',
  'd.ts': 'd\n',
  'sub/e.ts': 'e\n',
  '.gitignore': '*.log\n',
};

function open(folder: string): Git {
  const opened = openGit(folder, { PATH: process.env.PATH, HOME: folder, GIT_CONFIG_GLOBAL: '/dev/null' }, folder);
  if (!opened) throw new Error('no repository found');
  return opened;
}

function commit(folder: string, message = 'more'): string {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--allow-empty', `--message=${message}`);
  return git(folder, 'rev-parse', 'HEAD').trim();
}

function committed(files: Readonly<Record<string, string | Uint8Array>> = FILES): string {
  const folder = makeRepository(files);
  commit(folder);
  return folder;
}

function problemOf(work: () => unknown): { code: string; message: string; help: string | null } {
  try {
    work();
  } catch (error) {
    return (error as UsageError).problem;
  }
  throw new Error('nothing was thrown');
}

describe('changes that are not committed', () => {
  it('are the staged, the unstaged and the new files, and nothing else', () => {
    const folder = committed();
    writeFiles(folder, { 'a.ts': 'staged\n', 'new.ts': 'n', 'x.log': 'ignored', 'sub/e.ts': 'unstaged\n' });
    git(folder, 'add', 'a.ts');
    renameSync(join(folder, 'b.ts'), join(folder, 'renamed.ts'));
    git(folder, 'add', 'b.ts', 'renamed.ts');
    unlinkSync(join(folder, 'c.ts'));
    writeFiles(folder, { 'announced.ts': 'x' });
    git(folder, 'add', '--intent-to-add', 'announced.ts');
    expect(open(folder).changedSince(null)).toEqual({
      changed: ['a.ts', 'announced.ts', 'new.ts', 'renamed.ts', 'sub/e.ts'],
      removed: ['b.ts', 'c.ts'],
    });
    expect(open(join(folder, 'sub')).changedSince(null)).toEqual({ changed: ['e.ts'], removed: [] });
    expect(open(folder).stagedChanges().removed).toEqual(['b.ts']);
  });

  it('are not files that were only touched, copied or checked out with other line ends', () => {
    const folder = committed();
    const before = new Date(Date.now() - 100_000);
    for (const file of ['a.ts', 'b.ts', 'd.ts']) utimesSync(join(folder, file), before, before);
    writeFiles(folder, { 'b.ts': 'b\r\n', 'd.ts': 'D\n' });
    expect(open(folder).changedSince(null)).toEqual({ changed: ['d.ts'], removed: [] });
  });

  it('are told alike with the longer hash', () => {
    const folder = makeFolder(FILES);
    git(folder, 'init', '--quiet', '--object-format=sha256');
    commit(folder);
    const before = new Date(Date.now() - 100_000);
    utimesSync(join(folder, 'a.ts'), before, before);
    writeFiles(folder, { 'b.ts': 'B\n' });
    expect(open(folder).changedSince(null).changed).toEqual(['b.ts']);
  });

  it('are all files before the first commit', () => {
    const folder = makeRepository(FILES);
    git(folder, 'add', 'a.ts');
    expect(open(folder).changedSince(null)).toEqual({ changed: Object.keys(FILES).sort(), removed: [] });
  });

  it('count a file once that left the index but not the disk', () => {
    const folder = committed();
    git(folder, 'rm', '--quiet', '--cached', 'a.ts');
    expect(open(folder).changedSince(null)).toEqual({ changed: ['a.ts'], removed: [] });
  });

  it('include files in conflict and links that were files', () => {
    const folder = committed();
    git(folder, 'switch', '--quiet', '--create', 'other');
    writeFiles(folder, { 'a.ts': 'theirs\n' });
    commit(folder);
    git(folder, 'switch', '--quiet', 'main');
    writeFiles(folder, { 'a.ts': 'ours\n' });
    commit(folder);
    expect(() => git(folder, 'merge', '--quiet', 'other')).toThrow();
    unlinkSync(join(folder, 'd.ts'));
    symlinkSync('b.ts', join(folder, 'd.ts'));
    expect(open(folder).changedSince(null)).toEqual({ changed: ['a.ts', 'd.ts'], removed: [] });
  });

  it('hold a file in the place of a submodule as new, and one that gave way to a submodule as gone', () => {
    const folder = committed();
    const link = `160000,${git(folder, 'rev-parse', 'HEAD').trim()},a.ts`;
    rmSync(join(folder, 'a.ts'));
    git(folder, 'rm', '--quiet', '--cached', 'a.ts');
    git(folder, 'update-index', '--add', '--cacheinfo', link);
    mkdirSync(join(folder, 'a.ts'));
    const gone = { changed: [], removed: ['a.ts'] };
    expect(open(folder).changedSince('HEAD')).toEqual(gone);
    expect(open(folder).stagedChanges()).toEqual({ files: [], removed: ['a.ts'] });
    git(folder, 'commit', '--quiet', '--message=submodule');

    git(folder, 'rm', '--quiet', '--cached', 'a.ts');
    rmSync(join(folder, 'a.ts'), { recursive: true, force: true });
    writeFiles(folder, { 'a.ts': 'a file again\n' });
    git(folder, 'add', 'a.ts');
    expect(open(folder).changedSince('HEAD')).toEqual({ changed: ['a.ts'], removed: [] });
    expect(open(folder).stagedChanges()).toMatchObject({ files: [{ path: 'a.ts', mode: '100644' }], removed: [] });
  });

  it('leave submodules and repositories within alone', () => {
    const library = committed({ 'lib.ts': '' });
    const folder = makeRepository();
    git(folder, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', library, 'lib');
    commit(folder);
    writeFiles(folder, { 'lib/lib.ts': 'changed', 'lib/new.ts': '' });
    mkdirSync(join(folder, 'inner'));
    writeFiles(folder, { 'inner/x.ts': '' });
    git(join(folder, 'inner'), 'init', '--quiet');
    expect(open(folder).changedSince(null)).toEqual({ changed: [], removed: [] });
    commit(join(folder, 'lib'));
    expect(open(folder).changedSince(null)).toEqual({ changed: [], removed: [] });
    writeFiles(folder, { 'lib/new.ts': 'again' });
    expect(open(join(folder, 'lib')).changedSince(null).changed).toEqual(['new.ts']);
  });

  it('are those of a linked work tree, seen from it', () => {
    const folder = committed();
    const linked = join(makeFolder(), 'linked');
    git(folder, 'worktree', 'add', '--quiet', linked);
    writeFiles(linked, { 'a.ts': 'changed\n' });
    expect(open(linked).changedSince(null).changed).toEqual(['a.ts']);
    expect(open(folder).changedSince(null).changed).toEqual([]);
  });

  it('are found without the programs a repository configures, and without writing the index', () => {
    const folder = committed({ ...FILES, '.gitattributes': '*.ts diff=evil filter=evil\n' });
    const touch = `touch ${join(folder, 'PWNED')}; cat`;
    for (const key of [
      'filter.evil.clean',
      'filter.evil.process',
      'diff.evil.textconv',
      'diff.external',
      'core.fsmonitor',
    ]) {
      git(folder, 'config', key, touch);
    }
    const before = new Date(Date.now() - 100_000);
    utimesSync(join(folder, 'b.ts'), before, before);
    writeFiles(folder, { 'a.ts': 'changed\n' });
    const index = readFileSync(join(folder, '.git/index'));
    const repository = open(folder);
    expect(repository.changedSince(repository.mergeBase('HEAD')).changed).toEqual(['a.ts']);
    expect(existsSync(join(folder, 'PWNED'))).toBe(false);
    expect(readFileSync(join(folder, '.git/index')).equals(index)).toBe(true);
  });
});

describe('changes since a branch', () => {
  it('are those of this side since the histories parted, committed or not', () => {
    const folder = committed();
    git(folder, 'switch', '--quiet', '--create', 'work');
    writeFiles(folder, { 'a.ts': 'mine\n' });
    renameSync(join(folder, 'b.ts'), join(folder, 'moved.ts'));
    commit(folder);
    git(folder, 'switch', '--quiet', 'main');
    writeFiles(folder, { 'c.ts': 'theirs\n', 'theirs.ts': '' });
    commit(folder);
    git(folder, 'switch', '--quiet', 'work');
    writeFiles(folder, { 'd.ts': 'dirty\n', 'new.ts': '' });
    const repository = open(folder);
    expect(repository.changedSince(repository.mergeBase('main'))).toEqual({
      changed: ['a.ts', 'd.ts', 'moved.ts', 'new.ts'],
      removed: ['b.ts'],
    });
    // A change that was taken back is none.
    writeFiles(folder, { 'a.ts': 'a\n' });
    expect(repository.changedSince(repository.mergeBase('main')).changed).not.toContain('a.ts');
  });

  it('may be named by any word for a commit', () => {
    const folder = committed();
    const first = git(folder, 'rev-parse', 'HEAD').trim();
    git(folder, 'tag', '--annotate', '--message=t', 'v1');
    writeFiles(folder, { 'a.ts': 'second\n' });
    commit(folder);
    for (const ref of ['v1', 'HEAD~1', first, first.slice(0, 8), 'main~1']) {
      expect(open(folder).mergeBase(ref)).toBe(first);
    }
  });

  it.each([
    ['mian', /^Did you mean main\?/],
    ['develop', /^Did you mean origin\/develop\?/],
    ['origin/release', /^git fetch origin release:refs\/remotes\/origin\/release/],
    ['', /Name a branch/],
    ['main..HEAD', /^Name a branch/],
    ['--output=x', /Name a branch/],
    ['main..HEAD', /./],
    ['^main', /./],
    ['main:a.ts', /./],
    ['$(touch x)', /Name a branch/],
  ])('say what to do about %j, which is none', (ref, help) => {
    const folder = committed();
    git(folder, 'update-ref', 'refs/remotes/origin/develop', 'HEAD');
    expect(problemOf(() => open(folder).mergeBase(ref))).toMatchObject({
      code: 'git/unknown-ref',
      help: expect.stringMatching(help),
    });
  });

  it('need histories that meet, and a commit at all', () => {
    const folder = committed();
    git(folder, 'switch', '--quiet', '--orphan', 'alone');
    expect(problemOf(() => open(folder).mergeBase('main')).code).toBe('git/no-commit');
    expect(problemOf(() => open(folder).mergeBase('HEAD')).code).toBe('git/no-commit');
    expect(problemOf(() => open(folder).filesAt('HEAD')).code).toBe('git/no-commit');
    commit(folder);
    expect(problemOf(() => open(folder).mergeBase('main')).code).toBe('git/unrelated');
  });

  it('say which fetch a shallow clone needs, and that fetch is enough', () => {
    const origin = committed();
    for (const name of ['one', 'two', 'three']) commit(origin, name);
    git(origin, 'switch', '--quiet', '--create', 'work', 'HEAD~2');
    writeFiles(origin, { 'a.ts': 'work\n' });
    commit(origin);
    const clone = join(makeFolder(), 'clone');
    const url = `file://${origin}`;
    git(origin, '-c', 'protocol.file.allow=always', 'clone', '--quiet', '--depth=1', '--branch=work', url, clone);

    const unknown = problemOf(() => open(clone).mergeBase('origin/main'));
    expect(unknown).toMatchObject({ code: 'git/unknown-ref', help: expect.stringContaining('git fetch origin main:') });
    const fetch = (...args: readonly string[]) =>
      git(clone, '-c', 'protocol.file.allow=always', 'fetch', '--quiet', ...args);
    fetch('--depth=1', 'origin', 'main:refs/remotes/origin/main');
    const shallow = problemOf(() => open(clone).mergeBase('origin/main'));
    expect(shallow).toMatchObject({ code: 'git/shallow', help: expect.stringContaining('git fetch --unshallow') });
    fetch('--unshallow');
    const repository = open(clone);
    expect(repository.changedSince(repository.mergeBase('origin/main')).changed).toEqual(['a.ts']);
  });

  it('cannot be told where the repository lost its objects', () => {
    const folder = committed();
    const tree = git(folder, 'rev-parse', 'HEAD^{tree}').trim();
    rmSync(join(folder, '.git/objects', tree.slice(0, 2), tree.slice(2)), { force: true });
    expect(problemOf(() => open(folder).changedSince(null)).code).toBe('git/failed');
  });
});
