import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFile, replaceFile, writeOwnFile } from '../../../src/platform/files/write-file.js';
import { makeFolder } from '../../support/make-folder.js';

const textAt = (...path: string[]) => readFileSync(join(...path), 'utf8');

describe('replaceFile', () => {
  it('replaces the text and leaves nothing else behind', () => {
    const root = makeFolder({ 'src/a.ts': 'old' });
    expect(replaceFile(root, 'src/a.ts', 'old', false, 'new')).toEqual({ kind: 'written' });
    expect(textAt(root, 'src/a.ts')).toBe('new');
    expect(readdirSync(join(root, 'src'))).toEqual(['a.ts']);
  });

  it.each([0o644, 0o600, 0o755, 0o664, 0o4755])('keeps the mode %o', (mode) => {
    const root = makeFolder({ 'a.ts': 'old' });
    chmodSync(join(root, 'a.ts'), mode);
    replaceFile(root, 'a.ts', 'old', false, 'new');
    expect((statSync(join(root, 'a.ts')).mode & 0o7777).toString(8)).toBe(mode.toString(8));
  });

  it('writes exactly the bytes of the new text, and takes it back byte for byte', () => {
    const root = makeFolder({ 'a.ts': '' });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), fc.boolean(), (before, after, bom) => {
        const bytes = Buffer.from((bom ? '\ufeff' : '') + before);
        writeFileSync(join(root, 'a.ts'), bytes);
        expect(replaceFile(root, 'a.ts', before, bom, after).kind).toBe('written');
        expect(readFileSync(join(root, 'a.ts'))).toEqual(Buffer.from((bom ? '\ufeff' : '') + after));
        expect(replaceFile(root, 'a.ts', after, bom, before).kind).toBe('written');
        expect(readFileSync(join(root, 'a.ts'))).toEqual(bytes);
      }),
      { numRuns: 25 },
    );
  });

  it.each([
    ['other text', 'saved by somebody', false],
    ['a byte order mark that is gone', 'old', true],
    ['a longer file', 'old and more', false],
  ])('never overwrites %s', (_, onDisk, bom) => {
    const root = makeFolder({ 'a.ts': onDisk });
    expect(replaceFile(root, 'a.ts', 'old', bom, 'new')).toEqual({ kind: 'changed' });
    expect(textAt(root, 'a.ts')).toBe(onDisk);
  });

  it('does not bring back a file that was deleted', () => {
    const root = makeFolder();
    expect(replaceFile(root, 'a.ts', 'old', false, 'new')).toEqual({ kind: 'changed' });
    expect(replaceFile(root, 'gone/a.ts', 'old', false, 'new')).toEqual({ kind: 'changed' });
    expect(readdirSync(root)).toEqual([]);
  });

  it('follows no link, at the end or on the way', () => {
    const outside = makeFolder({ 'a.ts': 'old', 'src/a.ts': 'old' });
    const root = makeFolder({ 'real/a.ts': 'old' });
    symlinkSync(join(outside, 'a.ts'), join(root, 'a.ts'));
    symlinkSync(join(outside, 'src'), join(root, 'src'));
    symlinkSync('real', join(root, 'inside'));
    for (const path of ['a.ts', 'src/a.ts', 'inside/a.ts']) {
      expect(replaceFile(root, path, 'old', false, 'new'), path).toMatchObject({ kind: 'refused' });
      expect(writeOwnFile(root, path, 'new'), path).toMatchObject({ kind: 'refused' });
    }
    expect(createFile(root, 'src/new.ts', 'new')).toMatchObject({ kind: 'refused' });
    expect(createFile(root, 'src/deep/new.ts', 'new')).toMatchObject({ kind: 'refused' });
    expect([textAt(outside, 'a.ts'), textAt(outside, 'src/a.ts'), readdirSync(join(outside, 'src'))]).toEqual([
      'old',
      'old',
      ['a.ts'],
    ]);
  });

  it('works below a root that is itself a link', () => {
    const real = makeFolder({ 'a.ts': 'old' });
    const links = makeFolder();
    symlinkSync(real, join(links, 'root'));
    expect(replaceFile(join(links, 'root'), 'a.ts', 'old', false, 'new').kind).toBe('written');
  });

  it('refuses a file with a second name', () => {
    const root = makeFolder({ 'a.ts': 'old' });
    linkSync(join(root, 'a.ts'), join(root, 'b.ts'));
    expect(replaceFile(root, 'a.ts', 'old', false, 'new')).toMatchObject({ kind: 'refused' });
    expect(textAt(root, 'b.ts')).toBe('old');
  });

  it.each(['.git/config', '.GIT/config', 'git~1/config', '../a.ts', '/etc/hostname', 'a\\b'])(
    'refuses the path %s',
    (path) => {
      const root = makeFolder({ '.git/config': 'old', '.GIT/config': 'old', 'git~1/config': 'old' });
      expect(replaceFile(root, path, 'old', false, 'new')).toMatchObject({ kind: 'refused' });
      expect(textAt(root, '.git/config')).toBe('old');
    },
  );

  it('refuses what is write-protected, a folder, and half a character', () => {
    const root = makeFolder({ 'a.ts': 'old', 'b.ts': 'old' });
    chmodSync(join(root, 'a.ts'), 0o444);
    mkdirSync(join(root, 'folder.ts'));
    expect(replaceFile(root, 'a.ts', 'old', false, 'new')).toMatchObject({ kind: 'refused' });
    expect(replaceFile(root, 'folder.ts', 'old', false, 'new')).toMatchObject({ kind: 'refused' });
    expect(replaceFile(root, 'b.ts', 'old', false, 'a\ud83d')).toMatchObject({ kind: 'refused' });
    expect([textAt(root, 'a.ts'), textAt(root, 'b.ts')]).toEqual(['old', 'old']);
  });
});

describe('createFile', () => {
  it('creates folders and a file, with the mode asked for', () => {
    const root = makeFolder();
    expect(createFile(root, 'a/b/hook', '#!/bin/sh\n', 0o755)).toEqual({ kind: 'written' });
    expect(textAt(root, 'a/b/hook')).toBe('#!/bin/sh\n');
    expect(statSync(join(root, 'a/b/hook')).mode & 0o100).toBe(0o100);
    expect(readdirSync(join(root, 'a/b'))).toEqual(['hook']);
  });

  it('leaves what exists alone, a dangling link included', () => {
    const root = makeFolder({ 'a.yml': 'mine' });
    symlinkSync('/nowhere/at/all', join(root, 'b.yml'));
    expect(createFile(root, 'a.yml', 'ours')).toMatchObject({ kind: 'refused' });
    expect(createFile(root, 'b.yml', 'ours')).toMatchObject({ kind: 'refused' });
    expect(textAt(root, 'a.yml')).toBe('mine');
    expect(readdirSync(root)).toEqual(['a.yml', 'b.yml']);
  });
});

describe('writeOwnFile', () => {
  it('creates and overwrites, keeping the mode of what was there', () => {
    const root = makeFolder();
    expect(writeOwnFile(root, '.specflow/store.json', '1').kind).toBe('written');
    chmodSync(join(root, '.specflow/store.json'), 0o600);
    expect(writeOwnFile(root, '.specflow/store.json', '2').kind).toBe('written');
    expect(textAt(root, '.specflow/store.json')).toBe('2');
    expect(statSync(join(root, '.specflow/store.json')).mode & 0o777).toBe(0o600);
  });

  it('takes the place of no folder, and of no file where a folder must be', () => {
    const root = makeFolder({ file: '' });
    mkdirSync(join(root, 'folder'));
    expect(writeOwnFile(root, 'folder', 'x').kind).toBe('refused');
    expect(writeOwnFile(root, 'file/below', 'x').kind).not.toBe('written');
    expect(existsSync(join(root, 'folder'))).toBe(true);
    renameSync(join(root, 'folder'), join(root, 'still-a-folder'));
  });
});
