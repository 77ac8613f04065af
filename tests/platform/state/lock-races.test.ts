import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { thisProcess } from '../../../src/platform/processes/process-identity.js';
import { lockHolder, takeLock, unmakeRunsFolder } from '../../../src/platform/state/lock.js';
import { printOwner } from '../../../src/platform/state/lock-owner.js';
import { beforeDiskCall, systemError } from '../../support/before-disk-call.js';
import { makeFolder } from '../../support/make-folder.js';

const RUNS = '.specflow/runs';
const LOCK = `${RUNS}/store.lock`;
const DEAD = 'd'.repeat(32);
const RIVAL = 'e'.repeat(32);
const me = thisProcess();
const deadLock = printOwner({ token: DEAD, purpose: 'specflow heal', process: { ...me, start: '1' } });
const liveLock = printOwner({ token: RIVAL, purpose: 'specflow heal', process: me });

const take = (root: string, waitMs = 0) => takeLock(root, 'store', 'a test', waitMs);
const namesOf = (root: string) => readdirSync(join(root, RUNS)).sort();
const textOf = (root: string) => readFileSync(join(root, LOCK), 'utf8');

function withLock(text: string): string {
  return makeFolder({ [`${RUNS}/.gitignore`]: '*\n', [LOCK]: text });
}

/** Time that passes only while a process waits: 20 ms at a time, unless chance says otherwise. */
function stopClock(meanwhile: (elapsed: number) => void = () => undefined, chances: readonly number[] = []) {
  const pauses: number[] = [];
  const elapsed = () => pauses.reduce((sum, each) => sum + each, 0);
  const [clock, chance, sleep] = [
    vi.spyOn(performance, 'now').mockImplementation(() => 1_000_000 + elapsed()),
    vi.spyOn(Math, 'random').mockImplementation(() => chances[pauses.length] ?? 0.75),
    vi.spyOn(Atomics, 'wait').mockImplementation((_cells, _index, _value, milliseconds = 0) => {
      if (pauses.push(milliseconds) > 1000) throw new Error('waits for ever');
      meanwhile(elapsed());
      return 'timed-out';
    }),
  ];
  onTestFinished(() => {
    for (const each of [clock, chance, sleep]) each.mockRestore();
  });
  return { pauses, elapsed };
}

describe('who waits for a lock', () => {
  it('does not wait where there is no time to', () => {
    const { pauses } = stopClock();
    expect(take(withLock(liveLock)).kind).toBe('held');
    expect(pauses).toEqual([]);
  });

  it('looks again after a time that nobody can foretell, until its own is over', () => {
    const { pauses } = stopClock(undefined, [0, 0.5, 0.95]);
    expect(take(withLock(liveLock), 39)).toMatchObject({ kind: 'held', by: { token: RIVAL } });
    expect(pauses).toEqual([5, 15, 24]);
    pauses.length = 0;
    expect(take(withLock(liveLock), 20).kind).toBe('held');
    expect(pauses).toEqual([5, 15]);
  });

  it('has it as soon as it is free', () => {
    const root = withLock(liveLock);
    const { elapsed } = stopClock((now) => {
      if (now === 40) rmSync(join(root, LOCK));
    });
    expect(take(root, 10_000).kind).toBe('taken');
    expect(elapsed()).toBe(40);
  });

  it('makes the folder anew where whoever had made it takes it away', () => {
    const root = makeFolder();
    const first = take(root);
    const { pauses } = stopClock(() => {
      if (first.kind === 'taken') first.release();
      unmakeRunsFolder(root);
    });
    const second = take(root, 1000);
    expect([first.kind, second.kind, pauses.length]).toEqual(['taken', 'taken', 2]);
    expect(namesOf(root)).toEqual(['.gitignore', 'store.lock']);
    expect(lockHolder(root, 'store')?.purpose).toBe('a test');
  });

  it.each([
    ['is gone each time', 'ENOENT', [20, 20, 20]],
    ['is closed to it', 'EACCES', []],
  ])('says so where the folder %s', (_, code, waited) => {
    const root = makeFolder();
    const { pauses } = stopClock();
    beforeDiskCall('openSync', (path) => {
      if (path.endsWith('.tmp')) throw systemError(code);
    });
    expect(take(root, 60)).toEqual({ kind: 'failed', error: `the system said ${code}` });
    expect(pauses).toEqual(waited);
  });
});

describe('a lock that names nobody', () => {
  it.each<[string, (lock: string) => void]>([
    ['an empty file', (lock) => writeFileSync(lock, '')],
    ['a file that is no text', (lock) => writeFileSync(lock, Uint8Array.of(0xff, 0xfe, 0))],
    ['a link to nowhere', (lock) => symlinkSync(`${lock}.none`, lock)],
    ['a link to the lock of a live process', (lock) => symlinkSync('../../elsewhere', lock)],
  ])('is left over once it was %s for two seconds', (_, plant) => {
    const root = makeFolder({ elsewhere: liveLock, [`${RUNS}/.gitignore`]: '*\n' });
    plant(join(root, LOCK));
    expect(lockHolder(root, 'store')).toMatchObject({ process: null });
    const { elapsed } = stopClock();
    expect(take(root, 1980)).toMatchObject({ kind: 'held', by: { process: null } });
    const before = elapsed();
    expect(take(root, 10_000).kind).toBe('taken');
    expect(elapsed() - before).toBe(2000);
    expect(lstatSync(join(root, LOCK)).isFile()).toBe(true);
    expect(namesOf(root)).toEqual(['.gitignore', 'store.lock']);
    expect(readFileSync(join(root, 'elsewhere'), 'utf8')).toBe(liveLock);
  });

  it('is being made while it changes', () => {
    const root = withLock('');
    const { elapsed } = stopClock((now) => {
      if (now === 1500) writeFileSync(join(root, LOCK), '{');
    });
    expect(take(root, 10_000).kind).toBe('taken');
    expect(elapsed()).toBe(3500);
  });

  it('may turn out to name somebody', () => {
    const root = withLock('');
    stopClock((now) => {
      if (now === 1980) writeFileSync(join(root, LOCK), liveLock);
    });
    expect(take(root, 5000)).toMatchObject({ kind: 'held', by: { token: RIVAL } });
    expect(textOf(root)).toBe(liveLock);
  });

  it('stays where it is a folder, and nothing else does', () => {
    const root = makeFolder({ [`${LOCK}/x`]: '' });
    stopClock();
    expect(take(root, 1000)).toMatchObject({ kind: 'held', by: { process: null } });
    expect(take(root, 10_000).kind).toBe('failed');
    expect(namesOf(root)).toEqual(['.gitignore', 'store.lock']);
    expect(readdirSync(join(root, LOCK))).toEqual(['x']);
  });
});

describe('two who take over the same dead lock', () => {
  it.each<[string, string | null, object]>([
    ['finds the lock of who was quicker, and keeps it', liveLock, { kind: 'held', by: { token: RIVAL } }],
    ['finds it released by who was quicker, and takes it', null, { kind: 'taken' }],
  ])('the slower one %s', (_, found, answer) => {
    const root = withLock(deadLock);
    beforeDiskCall('linkSync', (_temporary, name) => {
      // The moment before it holds the takeover.
      if (!name.endsWith(DEAD)) return;
      rmSync(join(root, LOCK));
      if (found !== null) writeFileSync(join(root, LOCK), found);
    });
    expect(take(root)).toMatchObject(answer);
    expect(namesOf(root)).toEqual(['.gitignore', 'store.lock']);
    if (found !== null) expect(textOf(root)).toBe(found);
  });

  it('leave no takeover behind where the dead lock cannot be removed', () => {
    const root = withLock(deadLock);
    beforeDiskCall('unlinkSync', (path) => {
      if (path.endsWith('/store.lock')) throw systemError('EACCES');
    });
    expect(take(root)).toEqual({ kind: 'failed', error: 'the system said EACCES' });
    expect(namesOf(root)).toEqual(['.gitignore', 'store.lock']);
    expect(textOf(root)).toBe(deadLock);
  });
});

describe('making a lock', () => {
  /** Has something happen in the last moment before the lock gets its name. */
  function beforeNaming(happens: (temporary: string) => void): void {
    let isFirst = true;
    beforeDiskCall('linkSync', (temporary, name) => {
      if (!isFirst || !name.endsWith('/store.lock')) return;
      isFirst = false;
      happens(temporary);
    });
  }

  it.each<[string, (root: string, temporary: string) => void, object]>([
    ['another took it', (root) => writeFileSync(join(root, LOCK), liveLock), { kind: 'held', by: { token: RIVAL } }],
    ['its temporary file was swept up', (_root, temporary) => rmSync(temporary), { kind: 'taken' }],
  ])('begins anew where %s', (_, happens, answer) => {
    const root = makeFolder({ [`${RUNS}/.gitignore`]: '*\n' });
    beforeNaming((temporary) => happens(root, temporary));
    expect(take(root)).toMatchObject(answer);
    expect(namesOf(root)).toEqual(['.gitignore', 'store.lock']);
  });

  describe.each(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'])('where links are answered with %s', (code) => {
    it('keeps everybody else out all the same', () => {
      const root = makeFolder({ [`${RUNS}/.gitignore`]: '*\n' });
      beforeDiskCall('linkSync', () => {
        throw systemError(code);
      });
      const lock = take(root);
      expect(lock.kind).toBe('taken');
      expect(take(root)).toMatchObject({ kind: 'held', by: { purpose: 'a test', process: { pid: process.pid } } });
      expect(namesOf(root)).toEqual(['.gitignore', 'store.lock']);
      if (lock.kind === 'taken') lock.release();
      expect(namesOf(root)).toEqual(['.gitignore']);
    });
  });

  it('overwrites nobody where there are no links', () => {
    const root = makeFolder({ [`${RUNS}/.gitignore`]: '*\n' });
    beforeNaming(() => {
      writeFileSync(join(root, LOCK), liveLock);
      throw systemError('EPERM');
    });
    expect(take(root)).toMatchObject({ kind: 'held', by: { token: RIVAL } });
    expect(textOf(root)).toBe(liveLock);
    expect(namesOf(root)).toEqual(['.gitignore', 'store.lock']);
  });

  it.each<[string, 'linkSync' | 'writeFileSync', Error, string]>([
    ['the disk fails', 'linkSync', systemError('EIO'), 'the system said EIO'],
    ['we make a mistake', 'linkSync', new TypeError('a mistake'), 'TypeError: a mistake'],
    ['the disk is full and knows no links', 'writeFileSync', systemError('ENOSPC'), 'the system said ENOSPC'],
  ])('is told as failed where %s', (_, call, answer, error) => {
    const root = makeFolder({ [`${RUNS}/.gitignore`]: '*\n' });
    if (call === 'writeFileSync') {
      beforeDiskCall('linkSync', () => {
        throw systemError('EPERM');
      });
    }
    beforeDiskCall(call, () => {
      throw answer;
    });
    expect(take(root)).toEqual({ kind: 'failed', error });
    expect(namesOf(root)).toEqual(['.gitignore']);
  });
});

describe('releasing a lock', () => {
  function taken(root: string): () => void {
    const lock = take(root);
    if (lock.kind !== 'taken') throw new Error(lock.kind);
    return lock.release;
  }

  it.each<[string, (root: string) => void, readonly string[]]>([
    ['somebody else has it by now', (root) => writeFileSync(join(root, LOCK), liveLock), ['.gitignore', 'store.lock']],
    ['it is gone', (root) => rmSync(join(root, LOCK)), ['.gitignore']],
    [
      'a folder lies in its place',
      (root) => {
        rmSync(join(root, LOCK));
        mkdirSync(join(root, LOCK));
      },
      ['.gitignore', 'store.lock'],
    ],
  ])('removes nothing where %s', (_, change, names) => {
    const root = makeFolder();
    const release = taken(root);
    change(root);
    release();
    expect(namesOf(root)).toEqual(names);
  });

  it('removes nothing through a link in place of its folder', () => {
    const root = makeFolder();
    const release = taken(root);
    renameSync(join(root, RUNS), join(root, 'elsewhere'));
    symlinkSync(join(root, 'elsewhere'), join(root, RUNS));
    release();
    expect(readdirSync(join(root, 'elsewhere')).sort()).toEqual(['.gitignore', 'store.lock']);
  });

  it('is no matter where the folder is gone, or the system says no', () => {
    const root = makeFolder();
    const release = taken(root);
    rmSync(join(root, '.specflow'), { recursive: true });
    release();
    expect(readdirSync(root)).toEqual([]);

    const stuck = taken(root);
    beforeDiskCall('unlinkSync', () => {
      throw systemError('EACCES');
    });
    stuck();
    expect(namesOf(root)).toEqual(['.gitignore', 'store.lock']);
  });

  it('hides no mistake of ours', () => {
    const release = taken(makeFolder());
    beforeDiskCall('unlinkSync', () => {
      throw new TypeError('a mistake');
    });
    expect(release).toThrow('a mistake');
  });
});
