import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isGone, type ProcessIdentity, thisProcess } from '../../../src/platform/processes/process-identity.js';
import {
  hasRunsFolder,
  isLeftOfTakeover,
  lockHolder,
  takeLock,
  unmakeRunsFolder,
} from '../../../src/platform/state/lock.js';
import { printOwner } from '../../../src/platform/state/lock-owner.js';
import { beforeDiskCall } from '../../support/before-disk-call.js';
import { makeFolder, writeFiles } from '../../support/make-folder.js';

const TOKEN = 'a'.repeat(32);
const BEHIND_A_LINK = 'a folder on the way to it is a symbolic link';
const RUNS = '.specflow/runs';
const me = thisProcess();

function plantLock(root: string, name: string, text: string): void {
  mkdirSync(join(root, RUNS), { recursive: true });
  writeFileSync(join(root, RUNS, name), text);
}

function ownedBy(process: Partial<ProcessIdentity>, token = TOKEN): string {
  return printOwner({ token, purpose: 'specflow heal', process: { ...me, ...process } });
}

function take(root: string, waitMs = 0) {
  return takeLock(root, 'store', 'a test', waitMs);
}

function linkFolder(root: string, path: string, to: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  symlinkSync(join(root, to), join(root, path));
}

/** The number of a process that has ended. */
function deadPid(): number {
  return spawnSync('git', ['--version']).pid;
}

describe('takeLock', () => {
  it('keeps everybody else out until it is released, and leaves nothing behind', () => {
    const root = makeFolder();
    const lock = take(root);
    expect(lock.kind).toBe('taken');
    expect(take(root)).toMatchObject({ kind: 'held', by: { purpose: 'a test', process: { pid: process.pid } } });
    expect(lockHolder(root, 'store')?.process?.pid).toBe(process.pid);
    expect(lockHolder(root, 'heal')).toBeNull();
    expect(takeLock(root, 'heal', 'another lock', 0).kind).toBe('taken');
    if (lock.kind === 'taken') lock.release();
    expect(take(root).kind).toBe('taken');
    expect(readdirSync(join(root, RUNS)).sort()).toEqual(['.gitignore', 'heal.lock', 'store.lock']);
  });

  it.each<[string, Partial<ProcessIdentity>]>([
    ['a process that has ended', { pid: deadPid() }],
    ['a process whose number another one has by now', { start: '1' }],
    ['a process of an earlier start of the machine', { boot: 'another', pid: process.pid }],
  ])('takes over the lock of %s', (_, owner) => {
    const root = makeFolder();
    plantLock(root, 'store.lock', ownedBy(owner));
    expect(lockHolder(root, 'store')).toBeNull();
    expect(take(root).kind).toBe('taken');
    expect(readdirSync(join(root, RUNS)).sort()).toEqual(['.gitignore', 'store.lock']);
  });

  it.each<[string, Partial<ProcessIdentity>]>([
    ['this very process', {}],
    ['another machine', { host: 'elsewhere', pid: deadPid() }],
    ['another container', { space: 'pid:[1]', pid: deadPid() }],
    ['a process of which only the number is known', { start: null, boot: null }],
  ])('never takes over the lock of %s', (_, owner) => {
    const root = makeFolder();
    const text = ownedBy(owner);
    plantLock(root, 'store.lock', text);
    expect(take(root, 60).kind).toBe('held');
    expect(readFileSync(join(root, RUNS, 'store.lock'), 'utf8')).toBe(text);
  });

  it('waits for whoever is taking over a dead lock, and goes on where that one died too', () => {
    const root = makeFolder();
    plantLock(root, 'store.lock', ownedBy({ pid: deadPid() }));
    plantLock(root, `store.lock.${TOKEN}`, ownedBy({}, 'b'.repeat(32)));
    expect(take(root)).toMatchObject({ kind: 'held', by: { token: 'b'.repeat(32) } });
    expect(existsSync(join(root, RUNS, 'store.lock'))).toBe(true);

    plantLock(root, `store.lock.${TOKEN}`, ownedBy({ pid: deadPid() }, 'b'.repeat(32)));
    expect(take(root).kind).toBe('taken');
    expect(readdirSync(join(root, RUNS)).sort()).toEqual(['.gitignore', 'store.lock']);
  });

  it.each<[string, string, (root: string) => void]>([
    ['a file in place of its folder', 'the system said ENOTDIR', (root) => writeFiles(root, { [RUNS]: 'x' })],
    ['a link in place of its folder', BEHIND_A_LINK, (root) => linkFolder(root, RUNS, 'elsewhere')],
    ['a link in place of all our folders', BEHIND_A_LINK, (root) => linkFolder(root, '.specflow', 'elsewhere')],
    ['a link to nowhere', 'the system said ENOENT', (root) => linkFolder(root, '.specflow', 'nowhere')],
  ])('is not taken where there is %s, and nobody waits', (_, error, spoil) => {
    const root = makeFolder({ 'elsewhere/x': '', 'elsewhere/runs/x': '' });
    spoil(root);
    expect(take(root, Number.POSITIVE_INFINITY)).toEqual({ kind: 'failed', error });
    expect(readdirSync(join(root, 'elsewhere'), { recursive: true }).sort()).toEqual(['runs', 'runs/x', 'x']);
  });

  it('closes what it opens', () => {
    const root = makeFolder();
    let open = 0;
    beforeDiskCall('openSync', (path) => {
      // One that is not there is not opened.
      if (existsSync(path) || path.endsWith('.tmp')) open++;
    });
    beforeDiskCall('closeSync', () => open--);
    const lock = take(root);
    expect([lock.kind, take(root).kind, open]).toEqual(['taken', 'held', 0]);
    if (lock.kind === 'taken') lock.release();
    expect(open).toBe(0);
  });
});

describe('lockHolder', () => {
  it.each<[string, string, object | null]>([
    ['a live process', ownedBy({}), { process: { pid: process.pid } }],
    ['nobody who can be told', '', { process: null, purpose: 'something unreadable' }],
    ['a process that has ended', ownedBy({ pid: deadPid() }), null],
  ])('of the lock of %s', (_, text, holder) => {
    const root = makeFolder();
    plantLock(root, 'heal.lock', text);
    const found = lockHolder(root, 'heal');
    if (holder === null) expect(found).toBeNull();
    else expect(found).toMatchObject(holder);
    expect(lockHolder(root, 'store')).toBeNull();
    expect(readFileSync(join(root, RUNS, 'heal.lock'), 'utf8')).toBe(text);
  });
});

describe('isLeftOfTakeover', () => {
  const OTHER = 'b'.repeat(32);

  it.each<[string, string, boolean]>([
    ['a takeover of the lock that is there', `store.lock.${TOKEN}`, false],
    ['one of a lock that is gone', `heal.lock.${TOKEN}`, true],
    ['one of an earlier lock', `store.lock.${OTHER}`, true],
    ['a takeover of a takeover that is going on', `store.lock.${TOKEN}.${OTHER}`, false],
    ['a takeover of one that is over', `store.lock.${OTHER}.${OTHER}`, true],
    ['a takeover of an earlier takeover', `store.lock.${TOKEN}.${'c'.repeat(32)}`, true],
    ['a lock', 'store.lock', false],
    ['a lock of a name that is not ours', `other.lock.${OTHER}`, false],
    ['something in front of such a name', `x.store.lock.${OTHER}`, false],
    ['something behind such a name', `store.lock.${OTHER}.txt`, false],
    ['no token', 'heal.lock.x', false],
  ])('%s', (_, name, isLeft) => {
    const root = makeFolder();
    plantLock(root, 'store.lock', ownedBy({}));
    plantLock(root, `store.lock.${TOKEN}`, ownedBy({}, OTHER));
    expect(isLeftOfTakeover(root, name)).toBe(isLeft);
  });
});

describe('the folder of locks', () => {
  it('goes again where it was made for nothing', () => {
    const root = makeFolder();
    expect(hasRunsFolder(root)).toBe(false);
    const lock = take(root);
    expect(hasRunsFolder(root)).toBe(true);
    if (lock.kind === 'taken') lock.release();
    unmakeRunsFolder(root);
    expect(readdirSync(root)).toEqual([]);
    unmakeRunsFolder(root);
    expect(readdirSync(root)).toEqual([]);
  });

  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['the configuration beside it', { '.specflow/config.json': '{}' }, ['config.json']],
    ['a lock', { '.specflow/runs/heal.lock': '' }, ['runs', 'runs/.gitignore', 'runs/heal.lock']],
    [
      'an open run',
      { '.specflow/runs/open/x.jsonl': '' },
      ['runs', 'runs/.gitignore', 'runs/open', 'runs/open/x.jsonl'],
    ],
  ])('leaves %s as it is, out of git as before', (_, files, left) => {
    const root = makeFolder({ ...files, '.specflow/runs/.gitignore': '*\n' });
    unmakeRunsFolder(root);
    expect(readdirSync(join(root, '.specflow'), { recursive: true }).sort()).toEqual(left);
  });

  it('stays where somebody takes a lock in the last moment', () => {
    const root = makeFolder({ '.specflow/runs/.gitignore': '*\n' });
    beforeDiskCall('rmdirSync', () => plantLock(root, 'heal.lock', ''));
    unmakeRunsFolder(root);
    expect(readdirSync(join(root, '.specflow/runs'))).toEqual(['heal.lock']);
  });

  it('hides no mistake of ours', () => {
    const root = makeFolder({ '.specflow/runs/.gitignore': '*\n' });
    beforeDiskCall('rmdirSync', () => {
      throw new TypeError('a mistake');
    });
    expect(() => unmakeRunsFolder(root)).toThrow('a mistake');
  });
});

describe('isGone', () => {
  const dead = deadPid();

  it.each<[string, Partial<ProcessIdentity>, Partial<ProcessIdentity>, boolean]>([
    ['this very process', {}, {}, false],
    ['one that has ended', { pid: dead }, {}, true],
    ['one that has ended, its start unknown', { pid: dead, start: null }, {}, true],
    ['one whose number another has by now', { start: '1' }, {}, true],
    ['one that only shares what is known', { start: null }, {}, false],
    ['one of an earlier start of the machine', { boot: 'earlier' }, {}, true],
    ['one of an earlier start, in a container', { boot: 'earlier', space: 'pid:[1]' }, {}, true],
    ['one of an unknown start of the machine', { boot: null }, {}, false],
    ['one seen where the start of the machine is unknown', { boot: 'earlier' }, { boot: null }, false],
    ['one of an unknown start that has ended', { pid: dead, boot: null }, {}, true],
    ['one on another machine', { pid: dead, host: 'elsewhere' }, {}, false],
    ['one on another machine, which started another time', { host: 'elsewhere', boot: 'earlier' }, {}, false],
    ['one in another container', { pid: dead, space: 'pid:[1]' }, {}, false],
    ['one outside, seen from a container', { pid: dead }, { space: 'pid:[1]' }, false],
  ])('%s', (_, owner, here, isIt) => {
    expect(isGone({ ...me, ...owner }, { ...me, ...here })).toBe(isIt);
  });

  it('knows what this process is called', () => {
    expect(me).toMatchObject({ pid: process.pid, host: hostname() });
  });
});
