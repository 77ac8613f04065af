import { chmodSync, mkdirSync, renameSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openWorkingTree } from '../../../src/platform/files/working-tree.js';
import { openGit } from '../../../src/platform/git/git.js';
import { makeFolder } from '../../support/make-folder.js';
import { git, makeRepository } from '../../support/make-repository.js';

const options = { maxFileBytes: 1000 };
const opened = (folder: string) =>
  openWorkingTree(folder, options, openGit(folder, { PATH: process.env.PATH }, folder));

describe('openWorkingTree', () => {
  it('walks the file system where there is no git: no git folder, no node_modules, no links followed', () => {
    const folder = makeFolder({
      'b.ts': '',
      'B.ts': '',
      'src/.hidden/a.ts': '',
      'node_modules/x/index.js': '',
      'src/node_modules/x/index.js': '',
      '.git/config': '',
    });
    mkdirSync(join(folder, 'empty'));
    symlinkSync('.', join(folder, 'circle'));
    symlinkSync('b.ts', join(folder, 'link.ts'));
    const tree = openWorkingTree(folder, options, null);
    expect(tree.list()).toEqual(['B.ts', 'b.ts', 'circle', 'link.ts', 'src/.hidden/a.ts']);
    expect(tree.unlisted?.()).toEqual([]);
    expect(tree.read('link.ts')).toMatchObject({ kind: 'skipped', reason: 'not-a-file' });
    expect(tree.read('circle')).toMatchObject({ kind: 'skipped', reason: 'not-a-file' });
  });

  it('lists what git lists, sorted, and reads what is on disk', () => {
    const folder = makeRepository({ '.gitignore': 'out/\n', 'b.ts': 'staged', 'a.ts': 'new', 'out/c.ts': '' });
    git(folder, 'add', 'b.ts');
    writeFileSync(join(folder, 'b.ts'), 'on disk');
    const tree = opened(folder);
    expect(tree.list()).toEqual(['.gitignore', 'a.ts', 'b.ts']);
    expect(tree.read('b.ts')).toEqual({ kind: 'text', text: 'on disk', bom: false });
  });

  it('calls a tracked file gone that is not on disk', () => {
    const folder = makeRepository({ 'a.ts': '' });
    git(folder, 'add', '.');
    unlinkSync(join(folder, 'a.ts'));
    const tree = opened(folder);
    expect(tree.list()).toEqual(['a.ts']);
    expect(tree.read('a.ts')).toEqual({ kind: 'gone' });
  });

  it('reads nothing through a folder that has become a link', () => {
    const outside = makeFolder({ 'a.ts': 'secret', 'deep/a.ts': 'secret' });
    const folder = makeRepository({ 'src/a.ts': 'tracked', 'src/deep/a.ts': 'tracked' });
    git(folder, 'add', '.');
    renameSync(join(folder, 'src'), join(folder, 'moved'));
    symlinkSync(outside, join(folder, 'src'));
    const tree = opened(folder);
    expect(tree.read('src/a.ts')).toMatchObject({ kind: 'skipped', reason: 'not-a-file' });
    expect(tree.read('src/deep/a.ts')).toMatchObject({ kind: 'skipped', reason: 'not-a-file' });
  });

  it('says so when a name is not UTF-8, instead of losing the file', () => {
    const folder = makeFolder();
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0x67, 0xfc, 0x2e, 0x74, 0x73])]), 'x');
    const tree = openWorkingTree(folder, options, null);
    expect(tree.list()).toEqual(['g\ufffd.ts']);
    expect(tree.read('g\ufffd.ts')).toMatchObject({ kind: 'skipped', reason: 'unreadable' });
  });

  it.skipIf(process.getuid?.() === 0)('says so when a folder cannot be entered, however deep the file', () => {
    const folder = makeFolder({ 'src/a.ts': 'x', 'src/sub/b.ts': 'x' });
    chmodSync(join(folder, 'src'), 0o000);
    onTestFinished(() => chmodSync(join(folder, 'src'), 0o700));
    const tree = openWorkingTree(folder, options, null);
    for (const path of ['src/a.ts', 'src/sub/b.ts']) {
      expect(tree.stamp?.(path)).toBeNull();
      expect(tree.read(path)).toMatchObject({ kind: 'skipped', reason: 'unreadable' });
    }
  });

  it('names what is too big', () => {
    const tree = openWorkingTree(makeFolder({ 'a.ts': 'x'.repeat(1001) }), options, null);
    expect(tree.read('a.ts')).toMatchObject({ kind: 'skipped', reason: 'too-big' });
  });
});
