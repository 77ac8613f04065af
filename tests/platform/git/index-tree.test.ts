import { symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Git, openGit } from '../../../src/platform/git/git.js';
import { type IndexSource, openIndexTree } from '../../../src/platform/git/index-tree.js';
import { writeFiles } from '../../support/make-folder.js';
import { git, makeRepository } from '../../support/make-repository.js';

const options = { maxFileBytes: 1000 };

function gitOf(folder: string): Git {
  const opened = openGit(folder, { PATH: process.env.PATH, HOME: folder }, folder);
  if (!opened) throw new Error('no repository found');
  return opened;
}

describe('openIndexTree', () => {
  it('judges what is staged, never what is on disk', () => {
    const folder = makeRepository({ 'a.ts': 'staged', 'b.ts': 'staged', 'c.ts': 'committed' });
    git(folder, 'add', '.');
    git(folder, 'commit', '--quiet', '--message=first');
    writeFiles(folder, { 'a.ts': 'second', 'b.ts': 'second' });
    git(folder, 'add', 'a.ts', 'b.ts');
    writeFileSync(join(folder, 'a.ts'), 'on disk');
    unlinkSync(join(folder, 'b.ts'));
    writeFiles(folder, { 'untracked.ts': '' });
    const tree = openIndexTree(gitOf(folder), options);
    expect(tree.list()).toEqual(['a.ts', 'b.ts', 'c.ts']);
    expect(tree.staged).toEqual(['a.ts', 'b.ts']);
    expect(['a.ts', 'b.ts', 'c.ts'].map((path) => tree.read(path))).toEqual(
      ['second', 'second', 'committed'].map((text) => ({ kind: 'text', text, bom: false })),
    );
    expect(tree.read('untracked.ts')).toEqual({ kind: 'gone' });
  });

  it('leaves out links and submodules', () => {
    const library = makeRepository({ 'lib.ts': '' });
    git(library, 'add', '.');
    git(library, 'commit', '--quiet', '--message=first');
    const folder = makeRepository({ 'a.ts': '' });
    symlinkSync('/etc/passwd', join(folder, 'link.ts'));
    git(folder, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', library, 'lib');
    git(folder, 'add', '.');
    const tree = openIndexTree(gitOf(folder), options);
    expect(tree.list()).toEqual(['.gitmodules', 'a.ts']);
    expect(tree.staged).toEqual(['.gitmodules', 'a.ts']);
  });

  it('skips what it cannot take for text', () => {
    const folder = makeRepository({ 'big.ts': 'x'.repeat(1001), 'latin.ts': new Uint8Array([0xfc]), 'nul.ts': 'a\0' });
    git(folder, 'add', '.');
    const tree = openIndexTree(gitOf(folder), options);
    const reasons = ['big.ts', 'latin.ts', 'nul.ts'].map((path) => tree.read(path));
    expect(reasons).toMatchObject([{ reason: 'too-big' }, { reason: 'not-utf8' }, { reason: 'binary' }]);
  });

  it('refuses an index in conflict', () => {
    const stub = stubGit({ 'a.ts': 'x' });
    const conflicted = { ...stub.git, indexFiles: () => ({ entries: [], unmerged: ['a.ts', 'b.ts'] }) };
    expect(() => openIndexTree(conflicted, options)).toThrow(/a\.ts and 1 more/);
  });

  it('reads ahead in few batches, in any order, equal contents included', () => {
    const files = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`${i}.ts`, `text ${i % 250}`]));
    const stub = stubGit(files);
    const tree = openIndexTree(stub.git, options);
    tree.prefetch?.(tree.list());
    for (const path of tree.list()) expect(tree.read(path)).toMatchObject({ text: files[path] });
    expect(stub.batches()).toBeLessThan(3);
    for (const path of [...tree.list()].reverse()) expect(tree.read(path)).toMatchObject({ text: files[path] });
    expect(openIndexTree(stub.git, options).read('7.ts')).toMatchObject({ text: 'text 7' });
  });

  it('tells a blob this clone does not have', () => {
    const stub = stubGit({ 'a.ts': 'x' });
    const partial = { ...stub.git, blobSizes: (ids: readonly string[]) => new Map(ids.map((id) => [id, null])) };
    expect(openIndexTree(partial, options).read('a.ts')).toMatchObject({ kind: 'skipped', reason: 'unreadable' });
  });
});

/** A git whose blobs are named by their content, and that counts how often it is asked for some. */
function stubGit(files: Readonly<Record<string, string>>): {
  readonly git: IndexSource;
  readonly batches: () => number;
} {
  let batches = 0;
  const entries = Object.entries(files).map(([path, text]) => ({ path, blob: text, mode: '100644' }));
  return {
    batches: () => batches,
    git: {
      stagedChanges: () => ({ files: [], removed: [] }),
      indexFiles: () => ({ entries, unmerged: [] }),
      blobSizes: (ids) => new Map(ids.map((id) => [id, id.length])),
      readBlobs: (ids) => {
        batches++;
        return new Map(ids.map((id) => [id, Buffer.from(id)]));
      },
    },
  };
}
