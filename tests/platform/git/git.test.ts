import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Git, openGit } from '../../../src/platform/git/git.js';
import { gitAbsence } from '../../../src/platform/git/git-absence.js';
import { makeFolder, writeFiles } from '../../support/make-folder.js';
import { git, makeRepository } from '../../support/make-repository.js';

/** The environment of a user, without what an outer git hook may have left in ours. */
const userEnvironment = (folder: string, more: Record<string, string> = {}) => ({
  PATH: process.env.PATH,
  HOME: folder,
  GIT_CONFIG_GLOBAL: '/dev/null',
  ...more,
});

function open(folder: string, more: Record<string, string> = {}, cwd = folder): Git {
  const opened = openGit(folder, userEnvironment(folder, more), cwd);
  if (!opened) throw new Error('no repository found');
  return opened;
}

const staged = (repository: Git) =>
  repository
    .stagedChanges()
    .files.map(({ path }) => path)
    .sort();

describe('openGit', () => {
  it('finds no repository outside one, nor inside its git folder', () => {
    const folder = makeFolder();
    expect(
      openGit(folder, userEnvironment(folder, { GIT_CEILING_DIRECTORIES: join(folder, '..') }), folder),
    ).toBeNull();
    const repository = makeRepository();
    expect(openGit(join(repository, '.git'), userEnvironment(repository), repository)).toBeNull();
  });

  it('answers null where git is not installed', () => {
    const folder = makeRepository();
    expect(openGit(folder, { PATH: makeFolder() }, folder)).toBeNull();
  });

  it('says why it answers null where there is a .git', () => {
    const folder = makeRepository({ 'sub/a.ts': '' });
    const without = { PATH: makeFolder() };
    expect(gitAbsence(join(folder, 'sub'), without)).toBe('git is not installed, or not in PATH');
    expect(gitAbsence(makeFolder(), without)).toBeNull();
    const moved = makeFolder({ '.git': 'gitdir: /nowhere/at/all\n' });
    expect(openGit(moved, userEnvironment(moved), moved)).toBeNull();
    expect(gitAbsence(moved)).toContain(join(moved, '.git'));
  });

  it('says what is wrong with a repository git refuses', () => {
    const folder = makeRepository();
    writeFileSync(join(folder, '.git/config'), '[core\n');
    expect(() => open(folder)).toThrow(
      expect.objectContaining({ name: 'UsageError', problem: expect.objectContaining({ code: 'git/failed' }) }),
    );
  });
});

describe('listFiles', () => {
  it('lists tracked and untracked files, but none that is ignored', () => {
    const folder = makeRepository({
      '.gitignore': 'dist/\n*.log\n',
      'tracked.ts': '',
      'dist/out.js': '',
      'forced.log': '',
      'new file\nwith "quotes" ü.ts': '',
      'sub/deep/a.ts': '',
    });
    git(folder, 'add', '--force', 'tracked.ts', 'forced.log');
    expect([...open(folder).listFiles().paths].sort()).toEqual([
      '.gitignore',
      'forced.log',
      'new file\nwith "quotes" ü.ts',
      'sub/deep/a.ts',
      'tracked.ts',
    ]);
    expect(open(join(folder, 'sub')).listFiles().paths).toEqual(['deep/a.ts']);
    const asked = ['dist/out.js', 'forced.log', 'tracked.ts', 'sub/*/a.ts', 'gone.ts'];
    expect([...open(folder).listFiles(asked).paths].sort()).toEqual(['forced.log', 'tracked.ts']);
  });

  it('lists a file in conflict once, and nothing of a repository within', () => {
    const folder = makeConflict();
    const inner = join(folder, 'inner');
    mkdirSync(inner);
    writeFiles(inner, { 'x.ts': '' });
    git(inner, 'init', '--quiet');
    expect(open(folder).listFiles().paths).toEqual(['a.ts']);
  });

  it('starts none of the programs a repository configures', () => {
    const folder = makeRepository({ 'a.ts': 'a', '.gitattributes': '*.ts diff=evil filter=evil\n' });
    git(folder, 'add', '.');
    const touch = `touch ${join(folder, 'PWNED')}; true`;
    for (const key of [
      'core.fsmonitor',
      'core.pager',
      'diff.external',
      'diff.evil.command',
      'diff.evil.textconv',
      'filter.evil.clean',
      'filter.evil.smudge',
      'core.sshCommand',
      'core.editor',
    ]) {
      git(folder, 'config', key, touch);
    }
    writeFiles(folder, { 'a.ts': 'changed' });
    const repository = open(folder);
    repository.listFiles();
    repository.stagedChanges();
    repository.readBlobs(repository.indexFiles().entries.map(({ blob }) => blob));
    expect(existsSync(join(folder, 'PWNED'))).toBe(false);
  });
});

describe('stagedFiles', () => {
  it('lists what was added, modified, renamed and retyped, and nothing else', () => {
    const folder = makeRepository({
      'same.ts': '1',
      'modified.ts': '2',
      'old.ts': '3'.repeat(99),
      'gone.ts': '4',
      'type.ts': '5',
    });
    git(folder, 'add', '.');
    git(folder, 'commit', '--quiet', '--message=first');
    writeFiles(folder, { 'modified.ts': '2b', 'added.ts': '6', 'unstaged.ts': '7' });
    renameSync(join(folder, 'old.ts'), join(folder, 'renamed.ts'));
    unlinkSync(join(folder, 'type.ts'));
    symlinkSync('same.ts', join(folder, 'type.ts'));
    git(folder, 'add', 'modified.ts', 'added.ts', 'old.ts', 'renamed.ts', 'type.ts');
    git(folder, 'rm', '--quiet', 'gone.ts');
    writeFiles(folder, { 'same.ts': 'not staged' });
    expect(staged(open(folder))).toEqual(['added.ts', 'modified.ts', 'renamed.ts', 'type.ts']);
  });

  it('works before the first commit, in both hashes', () => {
    const folder = makeRepository({ 'a.ts': 'a' });
    git(folder, 'add', '.');
    expect(staged(open(folder))).toEqual(['a.ts']);
    const sha256 = makeFolder({ 'b.ts': 'b' });
    git(sha256, 'init', '--quiet', '--object-format=sha256');
    git(sha256, 'add', '.');
    expect(staged(open(sha256))).toEqual(['b.ts']);
  });

  it('knows no file that was only announced', () => {
    const folder = makeRepository({ 'later.ts': 'x', 'now.ts': 'x' });
    git(folder, 'add', '--intent-to-add', 'later.ts');
    git(folder, 'add', 'now.ts');
    expect(staged(open(folder))).toEqual(['now.ts']);
  });

  it('is relative to a root below the top, and sees nothing outside it', () => {
    const folder = makeRepository({ 'top.ts': '', 'packages/app/src/a.ts': '' });
    git(folder, 'add', '.');
    const below = join(folder, 'packages/app');
    expect(staged(open(below))).toEqual(['src/a.ts']);
    expect(
      open(below)
        .indexFiles()
        .entries.map(({ path }) => path),
    ).toEqual(['src/a.ts']);
  });

  it('follows the index a commit prepares', () => {
    const folder = makeRepository({ 'a.ts': '1', 'b.ts': '1' });
    git(folder, 'add', '.');
    git(folder, 'commit', '--quiet', '--message=first');
    writeFiles(folder, { 'a.ts': '2', 'b.ts': '2', 'sub/c.ts': '2' });
    git(folder, 'add', 'a.ts', 'sub/c.ts');
    renameSync(join(folder, '.git/index'), join(folder, '.git/index.other'));
    git(folder, 'read-tree', 'HEAD');
    expect(staged(open(folder))).toEqual([]);
    const hook = { GIT_INDEX_FILE: '.git/index.other' };
    expect(staged(open(folder, hook))).toEqual(['a.ts', 'sub/c.ts']);
    expect(staged(open(join(folder, 'sub'), hook, folder))).toEqual(['c.ts']);
  });
});

describe('repositories in odd places', () => {
  it('understands a linked work tree and the environment of its hook', () => {
    const folder = makeRepository({ 'a.ts': '1', 'sub/b.ts': '1' });
    git(folder, 'add', '.');
    git(folder, 'commit', '--quiet', '--message=first');
    const linked = join(makeFolder(), 'linked');
    git(folder, 'worktree', 'add', '--quiet', linked);
    writeFiles(linked, { 'a.ts': '2', 'sub/b.ts': '2' });
    git(linked, 'add', '.');
    const hook = {
      GIT_DIR: join(folder, '.git/worktrees/linked'),
      GIT_INDEX_FILE: join(folder, '.git/worktrees/linked/index'),
    };
    expect(staged(open(linked))).toEqual(['a.ts', 'sub/b.ts']);
    expect(staged(open(linked, hook))).toEqual(['a.ts', 'sub/b.ts']);
    expect(staged(open(join(linked, 'sub'), hook, linked))).toEqual(['b.ts']);
    // A hook that went into a package first.
    expect(staged(open(join(linked, 'sub'), hook, join(linked, 'sub')))).toEqual(['b.ts']);
    expect(open(join(linked, 'sub'), hook, join(linked, 'sub')).listFiles().paths).toEqual(['b.ts']);
    expect(open(linked).hooksDirectory()).toBe(join(folder, '.git/hooks'));
    expect(staged(open(folder))).toEqual([]);
  });

  it('takes a relative GIT_DIR from the folder it was set in', () => {
    const folder = makeRepository({ 'sub/a.ts': '1' });
    git(folder, 'add', '.');
    expect(staged(open(join(folder, 'sub'), { GIT_DIR: '.git' }, folder))).toEqual(['a.ts']);
  });

  it('does not let an outer hook speak for another repository', () => {
    const outer = makeRepository({ 'outer.ts': '' });
    git(outer, 'add', '.');
    const other = makeRepository({ 'other.ts': '' });
    git(other, 'add', '.');
    const hook = { GIT_DIR: join(outer, '.git'), GIT_INDEX_FILE: join(outer, '.git/index') };
    expect(staged(open(other, hook, outer))).toEqual(['other.ts']);
  });

  it('lists a submodule as one entry, and reads the submodule itself from within', () => {
    const library = makeRepository({ 'lib.ts': '' });
    git(library, 'add', '.');
    git(library, 'commit', '--quiet', '--message=first');
    const folder = makeRepository();
    git(folder, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', library, 'lib');
    expect(
      open(folder)
        .indexFiles()
        .entries.map(({ path, mode }) => [path, mode]),
    ).toEqual([
      ['.gitmodules', '100644'],
      ['lib', '160000'],
    ]);
    expect(open(join(folder, 'lib')).listFiles().paths).toEqual(['lib.ts']);
  });

  it.each([
    ['the usual place', null, '.', '.git/hooks'],
    ['the usual place, seen from below', null, 'sub', '.git/hooks'],
    ['core.hooksPath', '.husky', '.', '.husky'],
    ['core.hooksPath, seen from below', '.husky', 'sub', '.husky'],
  ])('finds the hooks in %s', (_, hooksPath, root, expected) => {
    const folder = makeRepository({ 'sub/a.ts': '' });
    if (hooksPath) git(folder, 'config', 'core.hooksPath', hooksPath);
    expect(open(join(folder, root)).hooksDirectory()).toBe(join(folder, expected));
  });
});

describe('indexFiles', () => {
  it('names what is in conflict', () => {
    const { entries, unmerged } = open(makeConflict()).indexFiles();
    expect({ entries, unmerged }).toEqual({ entries: [], unmerged: ['a.ts'] });
  });
});

describe('readBlobs', () => {
  it('reads any number in one go, whatever bytes they hold, and says which are missing', () => {
    const folder = makeRepository({
      'empty.ts': '',
      'newlines.ts': '\n\n',
      'bytes.bin': new Uint8Array([0, 255, 10, 13, 10]),
    });
    git(folder, 'add', '.');
    const repository = open(folder);
    const blobs = new Map(repository.indexFiles().entries.map(({ path, blob }) => [path, blob]));
    const missing = 'f'.repeat(40);
    const ids = [...blobs.values(), missing];
    const contents = repository.readBlobs(ids);
    const read = (path: string) => contents.get(blobs.get(path) ?? '');
    expect(read('empty.ts')).toEqual(Buffer.alloc(0));
    expect(read('newlines.ts')).toEqual(Buffer.from('\n\n'));
    expect(read('bytes.bin')).toEqual(Buffer.from([0, 255, 10, 13, 10]));
    expect(contents.get(missing)).toBeNull();
    expect([...repository.blobSizes(ids).values()].sort()).toEqual([0, 2, 5, null]);
    expect(repository.readBlobs([]).size).toBe(0);
  });
});

/** A repository whose merge of `a.ts` stopped halfway. */
function makeConflict(): string {
  const folder = makeRepository({ 'a.ts': 'base\n' });
  const commit = (text: string) => {
    writeFiles(folder, { 'a.ts': text });
    git(folder, 'add', 'a.ts');
    git(folder, 'commit', '--quiet', '--message=m');
  };
  commit('base\n');
  git(folder, 'switch', '--quiet', '--create', 'other');
  commit('theirs\n');
  git(folder, 'switch', '--quiet', 'main');
  commit('ours\n');
  expect(() => git(folder, 'merge', '--quiet', 'other')).toThrow();
  rmSync(join(folder, '.git/MERGE_MSG'), { force: true });
  return folder;
}
