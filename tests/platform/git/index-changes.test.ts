import { lstatSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type IndexBytes, readIndexBytes } from '../../../src/platform/git/git-index.js';
import { type FileThen, indexChanges, racyFiles, visitTracked } from '../../../src/platform/git/index-changes.js';
import { writeFiles } from '../../support/make-folder.js';
import { git, makeRepository } from '../../support/make-repository.js';

function indexOf(folder: string): IndexBytes {
  const bytes = readIndexBytes(join(folder, '.git/index'), 20);
  if (bytes === null) throw new Error('the fixture must have an index');
  return bytes;
}

function trackedIn(index: IndexBytes): readonly (readonly [string, FileThen | null])[] | null {
  const files: (readonly [string, FileThen | null])[] = [];
  return visitTracked(index, (path, file) => void files.push([path, file])) ? files : null;
}

function staged(files: Readonly<Record<string, string>>, version = 2): string {
  const folder = makeRepository(files);
  git(folder, 'add', '--all');
  git(folder, 'update-index', '--index-version', String(version));
  return folder;
}

describe('indexChanges', () => {
  it.each([2, 4])('tells what git did to an index of version %i', (version) => {
    const folder = staged({ 'a.ts': 'a', 'b.ts': 'b', 'b/c.ts': 'c', 'ä.ts': 'd', 'z.ts': 'z' }, version);
    const before = indexOf(folder);
    writeFiles(folder, { 'b/c.ts': 'something else', 'aa.ts': 'new', 'ö.ts': 'new' });
    git(folder, 'rm', '--quiet', '--cached', 'b.ts', 'z.ts');
    git(folder, 'add', 'b/c.ts', 'aa.ts', 'ö.ts');
    const changes = indexChanges(before, indexOf(folder));
    expect(changes).toMatchObject({ added: ['aa.ts', 'ö.ts'], removed: ['b.ts', 'z.ts'] });
    // Of version 4 the spelling of a path depends on the one before it.
    expect(changes?.changed.filter((path) => version === 2 || path === 'b/c.ts')).toEqual(['b/c.ts']);
  });

  it('tells of a file that only the system says something else of', () => {
    const folder = staged({ 'a.ts': 'a', 'b.ts': 'b' });
    const before = indexOf(folder);
    utimesSync(join(folder, 'b.ts'), 1, 1);
    git(folder, 'update-index', '--refresh');
    expect(indexChanges(before, indexOf(folder))).toEqual({ changed: ['b.ts'], added: [], removed: [] });
  });

  it('finds no change where only extensions differ', () => {
    const folder = staged({ 'a.ts': 'a' });
    const before = indexOf(folder);
    git(folder, 'commit', '--quiet', '--message=a');
    const after = indexOf(folder);
    expect(before.bytes.equals(after.bytes)).toBe(false);
    expect(indexChanges(before, after)).toEqual({ changed: [], added: [], removed: [] });
  });

  it('tells nothing while a conflict is open, or of what is no index', () => {
    const folder = staged({ 'a.ts': 'a' });
    const before = indexOf(folder);
    git(folder, 'commit', '--quiet', '--message=a');
    git(folder, 'switch', '--quiet', '--create', 'side');
    writeFiles(folder, { 'a.ts': 'side' });
    git(folder, 'commit', '--quiet', '--all', '--message=side');
    git(folder, 'switch', '--quiet', 'main');
    writeFiles(folder, { 'a.ts': 'main' });
    git(folder, 'commit', '--quiet', '--all', '--message=main');
    expect(() => git(folder, 'merge', '--quiet', 'side')).toThrow();
    expect(indexChanges(before, indexOf(folder))).toBeNull();
    expect(trackedIn(indexOf(folder))).toBeNull();
    const cut = { ...before, bytes: before.bytes.subarray(0, 60) };
    expect([indexChanges(before, cut), trackedIn(cut), racyFiles(cut, 0)]).toEqual([null, null, null]);
  });
});

describe('visitTracked', () => {
  it('says what the system said of a file when git last looked', () => {
    const folder = staged({ 'a.ts': 'four', 'b/ä.ts': '' });
    utimesSync(join(folder, 'a.ts'), 1_000, 2_000);
    git(folder, 'update-index', '--refresh');
    const changedAt = (path: string): number => Math.floor(lstatSync(join(folder, path)).ctimeMs / 1000);
    expect(trackedIn(indexOf(folder))).toEqual([
      ['a.ts', { changedAt: changedAt('a.ts'), writtenAt: 2_000, size: 4 }],
      ['b/ä.ts', expect.objectContaining({ changedAt: changedAt('b/ä.ts'), size: 0 })],
    ]);
  });

  it('says nothing of what git does not compare with what is on disk', () => {
    const folder = staged({ 'assumed.ts': '', 'kept-out.ts': '', 'plain.ts': '', 'target.ts': '' });
    symlinkSync('target.ts', join(folder, 'link.ts'));
    git(folder, 'add', 'link.ts');
    git(folder, 'update-index', '--assume-unchanged', 'assumed.ts');
    git(folder, 'update-index', '--skip-worktree', 'kept-out.ts');
    const watched = trackedIn(indexOf(folder))?.filter(([, file]) => file !== null);
    expect(watched?.map(([path]) => path)).toEqual(['plain.ts', 'target.ts']);
  });
});

describe('racyFiles', () => {
  it('are those whose content changed no sooner than the index', () => {
    const times = { 'a.ts': 30, 'b.ts': 70, 'c/ä.ts': 71 };
    const folder = staged({ 'a.ts': '', 'b.ts': '', 'c/ä.ts': '' });
    for (const [name, time] of Object.entries(times)) utimesSync(join(folder, name), 5, time);
    git(folder, 'update-index', '--refresh');
    expect(racyFiles(indexOf(folder), 70)).toEqual(['b.ts', 'c/ä.ts']);
    expect(racyFiles(indexOf(folder), 72)).toEqual([]);
  });
});
