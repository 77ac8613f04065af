import { linkSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFile, replaceFile, writeOwnFile } from '../../../src/platform/files/write-file.js';
import { isTemporaryName, isTemporaryPath, temporaryName } from '../../../src/platform/scratch/temporary-file.js';
import { makeFolder } from '../../support/make-folder.js';

// Systems and disks that are not this one: what they answer is put in the way of the real calls.

type Answer = (name: string, args: readonly unknown[], call: () => unknown) => unknown;

const disk = vi.hoisted(() => ({
  answer: null as Answer | null,
  calls: [] as { readonly name: string; readonly args: readonly unknown[] }[],
}));

vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof import('node:fs')>();
  const wrapped: Record<string, unknown> = { ...real };
  for (const [name, value] of Object.entries(real)) {
    if (typeof value !== 'function' || !name.endsWith('Sync')) continue;
    wrapped[name] = (...args: unknown[]) => {
      const call = (): unknown => Reflect.apply(value, real, args);
      if (disk.answer === null) return call();
      disk.calls.push({ name, args });
      return disk.answer(name, args, call);
    };
  }
  return wrapped;
});

const PLATFORM = Object.getOwnPropertyDescriptor(process, 'platform') ?? {};

beforeEach(() => {
  disk.calls.length = 0;
});
afterEach(() => {
  disk.answer = null;
  Object.defineProperty(process, 'platform', PLATFORM);
});

const failure = (code: string): Error => Object.assign(new Error(code), { code });

function answering<T>(answer: Answer, work: () => T): T {
  disk.answer = answer;
  try {
    return work();
  } finally {
    disk.answer = null;
  }
}

/** One call fails with a code; `when` tells which of that name, all of them when left out. */
function failing<T>(
  name: string,
  code: string,
  work: () => T,
  when: (args: readonly unknown[]) => boolean = () => true,
): T {
  const answer: Answer = (each, args, call) => {
    if (each === name && when(args)) throw failure(code);
    return call();
  };
  return answering(answer, work);
}

const watching = <T>(work: () => T): T => answering((_name, _args, call) => call(), work);
const names = (): readonly string[] => disk.calls.map(({ name }) => name);
const text = (root: string, file: string): string => readFileSync(join(root, file), 'utf8');

/** Without `/proc`, where folders are checked by their real path. */
const withoutProc: Answer = (name, args, call) =>
  name === 'existsSync' && String(args[0]).startsWith('/proc/') ? false : call();

describe.each(['linux', 'darwin', 'win32'])('on %s', (platform) => {
  const on = <T>(work: () => T): T => {
    Object.defineProperty(process, 'platform', { ...PLATFORM, value: platform });
    return answering(platform === 'linux' ? (_name, _args, call) => call() : withoutProc, work);
  };

  it('writes, and syncs the folder where that can be done', () => {
    const root = makeFolder({ 'src/a.ts': 'old' });
    expect(on(() => replaceFile(root, 'src/a.ts', 'old', false, 'new'))).toEqual({ kind: 'written' });
    const order = names().filter((name) => name === 'renameSync' || name === 'fsyncSync');
    expect(order).toEqual(
      platform === 'win32' ? ['fsyncSync', 'renameSync'] : ['fsyncSync', 'renameSync', 'fsyncSync'],
    );
    expect(on(() => createFile(root, 'lib/deep/b.ts', 'b'))).toEqual({ kind: 'written' });
    expect(on(() => writeOwnFile(root, 'own/c.json', 'c'))).toEqual({ kind: 'written' });
    expect(on(() => writeOwnFile(root, 'top.json', 'd'))).toEqual({ kind: 'written' });
    expect([
      text(root, 'src/a.ts'),
      text(root, 'lib/deep/b.ts'),
      text(root, 'own/c.json'),
      text(root, 'top.json'),
    ]).toEqual(['new', 'b', 'c', 'd']);
    const given = disk.calls.flatMap(({ args }) => args.map(String));
    const hasHandle = given.some((path) => /^\/proc\/self\/fd\/\d+\/b\.ts$/.test(path));
    expect(hasHandle).toBe(platform === 'linux');
  });

  it('closes whatever it opened', () => {
    const root = makeFolder({ 'src/a.ts': 'old' });
    const balance = (work: () => unknown): number => {
      disk.calls.length = 0;
      on(work);
      const count = (name: string): number => names().filter((each) => each === name).length;
      return count('openSync') - count('closeSync');
    };
    expect(balance(() => replaceFile(root, 'src/a.ts', 'old', false, 'new'))).toBe(0);
    expect(balance(() => replaceFile(root, 'src/a.ts', 'other', false, 'new'))).toBe(0);
    expect(balance(() => createFile(root, 'x/y/z.ts', 'new'))).toBe(0);
    expect(balance(() => createFile(root, 'x/y/z.ts', 'new'))).toBe(0);
    expect(balance(() => writeOwnFile(root, 'x/own.ts', 'new'))).toBe(0);
  });

  it('goes through no link, and says so', () => {
    const outside = makeFolder({ 'a.ts': 'old' });
    const root = makeFolder({ 'real/a.ts': 'old' });
    symlinkSync(outside, join(root, 'linked'));
    const refusal = { kind: 'refused', reason: 'a folder on the way to it is a symbolic link' };
    expect(on(() => replaceFile(root, 'linked/a.ts', 'old', false, 'new'))).toEqual(refusal);
    expect(on(() => writeOwnFile(root, 'linked/b.ts', 'new'))).toEqual(refusal);
    expect(on(() => createFile(root, 'linked/deep/b.ts', 'new'))).toEqual(refusal);
    expect(readdirSync(outside)).toEqual(['a.ts']);
    expect(text(outside, 'a.ts')).toBe('old');
    const opened = names().filter((name) => name === 'openSync').length;
    expect(opened - names().filter((name) => name === 'closeSync').length).toBe(0);
  });
});

const isFolder = (args: readonly unknown[]): boolean => watchedFolders.has(Number(args[0]));
const watchedFolders = new Set<number>();

/** Syncing a folder fails; syncing a file does not. */
function folderSyncFails<T>(code: string, work: () => T): T {
  watchedFolders.clear();
  return answering((name, args, call) => {
    if (name === 'fsyncSync' && isFolder(args)) throw failure(code);
    const answer = call();
    if (name === 'openSync' && !String(args[0]).endsWith('.tmp') && !/\.ts$/.test(String(args[0]))) {
      watchedFolders.add(Number(answer));
    } else if (name === 'openSync') watchedFolders.delete(Number(answer));
    return answer;
  }, work);
}

describe('a folder that cannot be synced', () => {
  it.each(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'])('is taken as it is: %s', (code) => {
    const root = makeFolder({ 'src/a.ts': 'old' });
    expect(folderSyncFails(code, () => replaceFile(root, 'src/a.ts', 'old', false, 'new')).kind).toBe('written');
    expect(watchedFolders.size).toBeGreaterThan(0);
  });

  it('because the disk is broken is told', () => {
    const root = makeFolder({ 'src/a.ts': 'old' });
    const result = folderSyncFails('EIO', () => replaceFile(root, 'src/a.ts', 'old', false, 'new'));
    expect(result).toMatchObject({ kind: 'failed' });
  });
});

describe('a file system without links', () => {
  it.each(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'])('gets its new files by a rename: %s', (code) => {
    const root = makeFolder();
    expect(failing('linkSync', code, () => createFile(root, 'a.ts', 'new'))).toEqual({ kind: 'written' });
    expect([readdirSync(root), text(root, 'a.ts')]).toEqual([['a.ts'], 'new']);
    const refusal = { kind: 'refused', reason: 'it exists already' };
    expect(failing('linkSync', code, () => createFile(root, 'a.ts', 'newer'))).toEqual(refusal);
    expect([readdirSync(root), text(root, 'a.ts')]).toEqual([['a.ts'], 'new']);
  });

  it('is not one whose disk is broken', () => {
    const root = makeFolder();
    expect(failing('linkSync', 'EIO', () => createFile(root, 'a.ts', 'new')).kind).toBe('failed');
    expect(readdirSync(root)).toEqual([]);
  });

  it('takes a name that is taken for what it is', () => {
    const root = makeFolder({ 'a.ts': 'old' });
    expect(watching(() => createFile(root, 'a.ts', 'new'))).toEqual({ kind: 'refused', reason: 'it exists already' });
    expect(names()).not.toContain('renameSync');
    expect(readdirSync(root)).toEqual(['a.ts']);
  });
});

describe('the owner of a file', () => {
  /** The file belongs to somebody; what is new belongs to us. */
  const ownedBy = (uid: number, gid: number, chown: () => void): Answer => {
    const theirs = new Set<unknown>();
    return (name, args, call) => {
      if (name === 'fchownSync') return chown();
      const answer = call();
      if (name === 'openSync' && String(args[0]).endsWith('/a.ts')) theirs.add(answer);
      else if (name === 'openSync') theirs.delete(answer);
      if (name === 'fstatSync' && theirs.has(args[0]) && typeof answer === 'object')
        Object.assign(answer ?? {}, { uid, gid });
      return answer;
    };
  };
  const { uid, gid } = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };

  it.each([
    ['another user', uid + 1, gid, 1],
    ['another group', uid, gid + 1, 1],
    ['both', uid + 1, gid + 1, 1],
    ['ours', uid, gid, 0],
  ])('stays: %s', (_, owner, group, times) => {
    const root = makeFolder({ 'a.ts': 'old' });
    const chown = vi.fn();
    const result = answering(ownedBy(owner, group, chown), () => replaceFile(root, 'a.ts', 'old', false, 'new'));
    expect(result).toEqual({ kind: 'written' });
    expect(chown).toHaveBeenCalledTimes(times);
    const order = names().filter((name) => /fchownSync|fchmodSync|fsyncSync/.test(name));
    expect(order.at(times)).toBe('fchmodSync');
    const [, , ...given] = disk.calls.find(({ name }) => name === 'fchownSync')?.args ?? [];
    if (times > 0) expect(given).toEqual([group]);
  });

  it('that cannot be kept keeps the file as it was', () => {
    const root = makeFolder({ 'a.ts': 'old' });
    const refuse = (): never => {
      throw failure('EPERM');
    };
    const result = answering(ownedBy(uid + 1, gid, refuse), () => replaceFile(root, 'a.ts', 'old', false, 'new'));
    expect(result).toMatchObject({
      kind: 'failed',
      error: 'its owner or group could not be kept',
    });
    expect([readdirSync(root), text(root, 'a.ts')]).toEqual([['a.ts'], 'old']);
  });
});

describe('what a refusal says', () => {
  const SURROGATE = 'the new text holds half a character, which UTF-8 cannot spell';
  it.each([
    [
      'a name of several',
      (root: string) => linkSync(join(root, 'a.ts'), join(root, 'b.ts')),
      'it has several names (hard links), and only one of them would change',
    ],
    ['a link', (root: string) => symlinkSync('a.ts', join(root, 'link.ts')), 'it is a symbolic link', 'link.ts'],
    ['a folder', (root: string) => mkdirSync(join(root, 'folder.ts')), 'it is not a regular file', 'folder.ts'],
  ])('%s', (_, prepare, reason, file = 'a.ts') => {
    const root = makeFolder({ 'a.ts': 'old' });
    prepare(root);
    expect(replaceFile(root, file, 'old', false, 'new')).toEqual({ kind: 'refused', reason });
    expect(text(root, 'a.ts')).toBe('old');
  });

  it('half a character', () => {
    const root = makeFolder({ 'a.ts': 'old' });
    expect(replaceFile(root, 'a.ts', 'old', false, 'x\ud83d')).toEqual({ kind: 'refused', reason: SURROGATE });
  });

  it('our own file that is a folder', () => {
    const root = makeFolder({ 'own/x': '' });
    expect(writeOwnFile(root, 'own', 'new')).toEqual({ kind: 'refused', reason: 'it is not a regular file' });
  });

  it.each([
    ['EACCES', { kind: 'refused', reason: 'it is write-protected' }],
    ['EPERM', { kind: 'refused', reason: 'it is write-protected' }],
    ['EROFS', { kind: 'refused', reason: 'it is write-protected' }],
    ['EIO', { kind: 'failed', error: 'the system said EIO' }],
  ])('a file the system will not let us write: %s', (code, expected) => {
    const root = makeFolder({ 'a.ts': 'old' });
    const result = failing('accessSync', code, () => replaceFile(root, 'a.ts', 'old', false, 'new'));
    expect(result).toEqual(expected);
    expect(text(root, 'a.ts')).toBe('old');
  });

  it.each([
    ['ELOOP', { kind: 'refused', reason: 'it is a symbolic link' }],
    ['EMLINK', { kind: 'refused', reason: 'it is a symbolic link' }],
    ['ENOENT', { kind: 'changed' }],
    ['EACCES', { kind: 'failed', error: 'the system said EACCES' }],
    ['EIO', { kind: 'failed', error: 'the system said EIO' }],
  ])('a file that does not open: %s', (code, expected) => {
    const root = makeFolder({ 'a.ts': 'old' });
    const result = failing(
      'openSync',
      code,
      () => replaceFile(root, 'a.ts', 'old', false, 'new'),
      ([path]) => String(path).endsWith('/a.ts'),
    );
    expect(result).toMatchObject(expected);
  });

  it.each([
    ['EACCES', 'failed'],
    ['EROFS', 'failed'],
  ])('a folder that cannot be made: %s', (code, kind) => {
    const root = makeFolder();
    expect(failing('mkdirSync', code, () => createFile(root, 'x/a.ts', 'new')).kind).toBe(kind);
    expect(readdirSync(root)).toEqual([]);
  });

  it('a folder that is a file', () => {
    const root = makeFolder({ x: 'a file' });
    expect(replaceFile(root, 'x/a.ts', 'old', false, 'new')).toEqual({ kind: 'changed' });
    expect(text(root, 'x')).toBe('a file');
  });
});

describe('names of temporary files', () => {
  it('are never the same', () => {
    const made = new Set(Array.from({ length: 100 }, temporaryName));
    expect(made.size).toBe(100);
    expect([...made].every(isTemporaryName)).toBe(true);
  });

  it.each([
    ['.specflow-0123456789abcdef.tmp', true],
    ['.specflow-0123456789abcde.tmp', false],
    ['.specflow-0123456789abcdef0.tmp', false],
    ['.specflow-0123456789ABCDEF.tmp', false],
    ['x.specflow-0123456789abcdef.tmp', false],
    ['.specflow-0123456789abcdef.tmp.ts', false],
    ['.specflow-notes.tmp', false],
    ['notes.tmp', false],
  ])('%s: %s', (name, isOurs) => {
    expect(isTemporaryName(name)).toBe(isOurs);
    expect(isTemporaryPath(name)).toBe(isOurs);
    expect(isTemporaryPath(`src/deep/${name}`)).toBe(isOurs);
  });

  it('belong to files, not to folders', () => {
    expect(isTemporaryPath('.specflow-0123456789abcdef.tmp/a.ts')).toBe(false);
  });
});

it('restores the mode bits a change of owner clears, and nothing beyond them', () => {
  const root = makeFolder();
  writeFileSync(join(root, 'a.ts'), 'old', { mode: 0o640 });
  watching(() => replaceFile(root, 'a.ts', 'old', false, 'new'));
  expect(disk.calls.find(({ name }) => name === 'fchmodSync')?.args[1]).toBe(0o640);
});
