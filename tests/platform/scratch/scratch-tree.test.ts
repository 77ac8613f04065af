import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { changedStamps } from '../../../src/platform/files/file-stamps.js';
import { openGit } from '../../../src/platform/git/git.js';
import { ignoredState, projectState } from '../../../src/platform/project-state.js';
import { namesBelow } from '../../../src/platform/scratch/names-below.js';
import { openScratch } from '../../../src/platform/scratch/scratch.js';
import { openScratchTree } from '../../../src/platform/scratch/scratch-tree.js';
import { makeFolder } from '../../support/make-folder.js';
import { makeRepository } from '../../support/make-repository.js';

const FILES = { 'src/a.ts': 'a\n', 'src/b.ts': 'b\n', 'src/deep/c.ts': 'c\n' };

function setUp() {
  const root = makeFolder(FILES);
  symlinkSync('a.ts', join(root, 'src/link.ts'));
  const scratch = openScratch('a test');
  onTestFinished(() => scratch.remove());
  const inScratch = (path: string): string => join(scratch.folder, path);
  const tree = openScratchTree(root, scratch, [...Object.keys(FILES), 'src/link.ts', 'src/gone.ts']);
  return { root, scratch, inScratch, tree };
}

describe('a scratch tree', () => {
  it('holds the files of the project, one of them as told, and no link', () => {
    const { tree, scratch, inScratch } = setUp();
    expect(tree.prepare('src/a.ts', 'A\n')).toBeNull();
    expect(namesBelow(scratch.folder)).toEqual(Object.keys(FILES));
    expect(readFileSync(inScratch('src/a.ts'), 'utf8')).toBe('A\n');
    expect(tree.changes()).toEqual([]);
  });

  it('tells all that was done, and is as new the next time', () => {
    const { tree, scratch, inScratch } = setUp();
    tree.prepare('src/a.ts', 'A\n');
    writeFileSync(inScratch('src/a.ts'), 'AA\n');
    writeFileSync(inScratch('src/b.ts'), 'bb\n');
    rmSync(inScratch('src/deep'), { recursive: true });
    mkdirSync(inScratch('.git'));
    writeFileSync(inScratch('.git/config'), '');
    symlinkSync('a.ts', inScratch('z.ts'));
    expect(tree.changes()).toEqual([
      { path: '.git/config', kind: 'created' },
      { path: 'src/a.ts', kind: 'edited' },
      { path: 'src/b.ts', kind: 'edited' },
      { path: 'src/deep/c.ts', kind: 'deleted' },
      { path: 'z.ts', kind: 'created' },
    ]);
    expect(tree.prepare('src/b.ts', 'B\n')).toBeNull();
    expect(tree.changes()).toEqual([]);
    expect(namesBelow(scratch.folder)).toEqual(Object.keys(FILES));
    expect(readFileSync(inScratch('src/a.ts'), 'utf8')).toBe('a\n');
  });

  it('gives a file back what it holds in the project before it turns to another', () => {
    const { tree, inScratch } = setUp();
    tree.prepare('src/b.ts', 'B\n');
    writeFileSync(inScratch('src/b.ts'), 'edited\n');
    tree.prepare('src/deep/c.ts', 'C\n');
    expect(readFileSync(inScratch('src/b.ts'), 'utf8')).toBe('b\n');
    expect(readFileSync(inScratch('src/deep/c.ts'), 'utf8')).toBe('C\n');
  });

  it('follows no link that took the place of a file', () => {
    const { root, tree, inScratch } = setUp();
    tree.prepare('src/deep/c.ts', 'C\n');
    rmSync(inScratch('src/deep/c.ts'));
    symlinkSync(join(root, 'src/a.ts'), inScratch('src/deep/c.ts'));
    expect(tree.changes()).toEqual([{ path: 'src/deep/c.ts', kind: 'replaced by something that is no file' }]);
    expect(tree.prepare('src/deep/c.ts', 'C\n')).toBeNull();
    expect(readFileSync(join(root, 'src/a.ts'), 'utf8')).toBe('a\n');
  });

  it('takes a file that was only touched for what it is', () => {
    const { tree, inScratch } = setUp();
    tree.prepare('src/a.ts', 'A\n');
    writeFileSync(inScratch('src/b.ts'), 'b\n');
    expect(tree.changes()).toEqual([]);
  });

  it('goes, also where folders in it were closed', () => {
    const { tree, scratch, inScratch } = setUp();
    tree.prepare('src/a.ts', 'A\n');
    chmodSync(inScratch('src/deep'), 0o500);
    scratch.remove();
    expect(existsSync(scratch.folder)).toBe(false);
  });
});

describe('the state of a project', () => {
  const changesOf = (root: string, work: () => void): readonly string[] => {
    const before = projectState(root, openGit(root));
    work();
    return changedStamps(before, projectState(root, openGit(root)));
  };

  it.each<[string, string]>([
    ['a file that changes', 'src/a.ts'],
    ['a new file', 'src/new.ts'],
    ['a hook', '.git/hooks/pre-commit'],
    ['a branch', '.git/refs/heads/main'],
    ['the configuration of git', '.git/config'],
    ['our own state', '.specflow/fix-patterns.json'],
  ])('tells %s', (_, path) => {
    const root = makeFolder({ ...FILES, '.git/config': '', '.git/hooks/x': '', '.git/refs/heads/x': '' });
    expect(changesOf(root, () => writeFileSync(join(makeParent(root, path), path), 'changed\n'))).toEqual([path]);
  });

  it.each<[string, string, readonly string[]]>([
    ['an ignored file', '.env', ['.env']],
    ['a new ignored file', 'src/b.env', ['src/b.env']],
    ['a file of an ignored folder', 'dist/deep/a.js', ['dist/deep/a.js']],
    ['but no installed program', 'node_modules/.bin/x', []],
    ['but no file that git does not ignore', 'src/new.ts', []],
    ['but nothing of our own', '.specflow/cache/x', []],
  ])('tells %s, where that is asked', (_, path, told) => {
    const ignore = '*.env\ndist/\nnode_modules/\n.specflow/cache/\n';
    const root = makeRepository({ ...FILES, '.gitignore': ignore, '.env': 'A=1', 'dist/deep/b.js': '' });
    const before = ignoredState(root, openGit(root));
    writeFileSync(join(makeParent(root, path), path), 'changed\n');
    expect(changedStamps(before, ignoredState(root, openGit(root)))).toEqual(told);
  });

  it('does not tell what a heal itself writes meanwhile', () => {
    const root = makeFolder(FILES);
    const path = '.specflow/runs/open/run.jsonl';
    expect(changesOf(root, () => writeFileSync(join(makeParent(root, path), path), ''))).toEqual([]);
  });

  it('tells a folder that became a file, and copes with a git folder that is a file', () => {
    const root = makeFolder({ ...FILES, '.git': 'gitdir: elsewhere\n' });
    const changed = changesOf(root, () => {
      rmSync(join(root, 'src/deep'), { recursive: true });
      writeFileSync(join(root, 'src/deep'), '');
    });
    expect(changed).toEqual(['src/deep', 'src/deep/c.ts']);
  });
});

function makeParent(root: string, path: string): string {
  mkdirSync(join(root, path, '..'), { recursive: true });
  return root;
}
