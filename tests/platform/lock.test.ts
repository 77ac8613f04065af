import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasRunsFolder, isLeftOfTakeover, lockHolder, takeLock, unmakeRunsFolder } from '../../src/platform/lock.js';
import { parseOwner, printOwner } from '../../src/platform/lock-owner.js';
import { isGone, type ProcessIdentity, thisProcess } from '../../src/platform/process-identity.js';
import { makeFolder } from '../support/make-folder.js';

const TOKEN = 'a'.repeat(32);
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

  it('leaves a lock alone that names nobody, for a while', () => {
    const root = makeFolder();
    plantLock(root, 'store.lock', '');
    expect(take(root, 30)).toMatchObject({ kind: 'held', by: { process: null } });
  });

  it.each([
    ['a file in place of its folder', { '.specflow/runs': 'x' }],
    ['a folder in place of the lock', { '.specflow/runs/store.lock/x': '' }],
  ])('is not taken where there is %s', (_, files) => {
    expect(take(makeFolder(files)).kind).not.toBe('taken');
  });

  it('knows what a takeover left behind from one that is going on', () => {
    const root = makeFolder();
    plantLock(root, 'store.lock', ownedBy({}));
    expect(isLeftOfTakeover(root, `store.lock.${TOKEN}`)).toBe(false);
    expect(isLeftOfTakeover(root, `store.lock.${'c'.repeat(32)}`)).toBe(true);
    expect(isLeftOfTakeover(root, `heal.lock.${TOKEN}`)).toBe(true);
    expect(['store.lock', 'heal.lock.x', `other.lock.${TOKEN}`].filter((name) => isLeftOfTakeover(root, name))).toEqual(
      [],
    );
  });
});

describe('the folder of locks', () => {
  it('goes again where it was made for nothing, and stays where it holds anything', () => {
    const root = makeFolder();
    expect(hasRunsFolder(root)).toBe(false);
    const lock = take(root);
    expect(hasRunsFolder(root)).toBe(true);
    if (lock.kind === 'taken') lock.release();
    unmakeRunsFolder(root);
    expect(readdirSync(root)).toEqual([]);

    const used = makeFolder({ '.specflow/config.json': '{}', '.specflow/runs/.gitignore': '' });
    unmakeRunsFolder(used);
    expect(readdirSync(join(used, '.specflow'))).toEqual(['config.json']);
    const busy = makeFolder({ '.specflow/runs/heal.lock': '' });
    unmakeRunsFolder(busy);
    expect(readdirSync(join(busy, '.specflow/runs'))).toEqual(['heal.lock']);
  });
});

describe('a lock file', () => {
  it('says the same after printing and reading', () => {
    const owner = { token: TOKEN, purpose: 'specflow "heal"\n', process: me };
    expect(parseOwner(printOwner(owner))).toEqual(owner);
    const bare = { ...owner, process: { ...me, start: null, boot: null, space: null } };
    expect(parseOwner(printOwner(bare))).toEqual(bare);
  });

  it.each([
    '',
    '{',
    '[]',
    '{"pid":0,"host":"h","token":"x"}',
    printOwner({ token: '../../x', purpose: 'p', process: me }),
    printOwner({ token: TOKEN, purpose: 'p', process: { ...me, pid: 1.5 } }),
    printOwner({ token: TOKEN, purpose: 'p', process: { ...me, pid: -1 } }),
  ])('that makes no sense names nobody, and has a token fit for a file name: %j', (text) => {
    const owner = parseOwner(text);
    expect(owner.process).toBeNull();
    expect(owner.token).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('isGone', () => {
  it('knows this process from one that has ended', () => {
    expect(isGone(me, me)).toBe(false);
    expect(isGone({ ...me, pid: deadPid(), start: null }, me)).toBe(true);
    expect(me).toMatchObject({ pid: process.pid, host: hostname() });
  });
});
