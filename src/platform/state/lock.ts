// Locks between processes. A lock is a file that names its holder; it is made by giving a finished file a second
// name, which fails where the name is taken, so that nobody ever sees half a lock. The lock of a holder that is gone
// for certain is taken over. Only who holds the lock on *that* takeover may remove the dead lock, so that two who
// want it cannot remove each other's.
import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, lstatSync, rmdirSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../error-code.js';
import { readSource } from '../files/read-source.js';
import { createFile } from '../files/write-file.js';
import { BEHIND_A_LINK, failed } from '../files/write-result.js';
import { makeFolders, type OpenFolder, openFolder } from '../paths/open-folder.js';
import { isGone, type ProcessIdentity, thisProcess } from '../processes/process-identity.js';
import { writeTemporary } from '../scratch/temporary-file.js';
import { type LockOwner, parseOwner, printOwner } from './lock-owner.js';
import { namesIn, removeOwnFile } from './own-files.js';

/** `heal`: one run at a time writes fixes. `store`: who changes our own files under `.specflow/` reads them anew first. */
export type LockName = 'heal' | 'store';

export type LockAnswer =
  | { readonly kind: 'taken'; release(): void }
  /** Somebody else has it, and kept it for as long as we were ready to wait. */
  | { readonly kind: 'held'; readonly by: LockOwner }
  | { readonly kind: 'failed'; readonly error: string };

/** Local state: it keeps itself out of git. */
export const RUNS_FOLDER = '.specflow/runs';
const MAX_BYTES = 64 * 1024;
/** How long a lock file that names nobody must stay the same before it counts as left over. Milliseconds. */
const UNREADABLE_MS = 2000;

/** Makes the folder of locks, journals and before-images where there is none. */
export function makeRunsFolder(root: string): void {
  createFile(root, `${RUNS_FOLDER}/.gitignore`, '*\n');
}

/** Whether a project has the folder of locks already, or taking one would make it. */
export function hasRunsFolder(root: string): boolean {
  return existsSync(join(root, RUNS_FOLDER));
}

/** Takes away what taking a lock made where no such folder was, unless it holds something else by now. */
export function unmakeRunsFolder(root: string): void {
  if (namesIn(root, RUNS_FOLDER).some((name) => name !== '.gitignore')) return;
  removeOwnFile(root, `${RUNS_FOLDER}/.gitignore`);
  for (const folder of [RUNS_FOLDER, '.specflow']) {
    try {
      rmdirSync(join(root, folder));
    } catch (error) {
      if (errorCode(error) === null) throw error;
      // It holds something: then it stays.
      return;
    }
  }
}

/**
 * @param purpose told to whoever has to wait, such as `specflow heal`
 * @param waitMs how long to wait for a live holder; measured by a clock that nobody can set
 */
export function takeLock(root: string, name: LockName, purpose: string, waitMs: number): LockAnswer {
  const started = performance.now();
  const isOver = (): boolean => performance.now() - started >= waitMs;
  try {
    for (;;) {
      makeRunsFolder(root);
      const folder = makeFolders(root, RUNS_FOLDER) ? openFolder(root, RUNS_FOLDER) : null;
      if (folder === null) return { kind: 'failed', error: BEHIND_A_LINK.reason };
      const answer = waitIn(root, folder, `${name}.lock`, purpose, isOver);
      if (answer !== null) return answer;
      pause();
    }
  } catch (error) {
    return failed(error);
  }
}

/** Who holds a lock and lives; null where nobody does. Takes nothing and writes nothing. */
export function lockHolder(root: string, name: LockName): LockOwner | null {
  const owner = readOwner(join(root, RUNS_FOLDER, `${name}.lock`));
  if (owner === null || owner.process === null) return owner;
  return isGone(owner.process, thisProcess()) ? null : owner;
}

/** Names in the runs folder that are left of a takeover, and mean nothing any more. */
export function isLeftOfTakeover(root: string, name: string): boolean {
  const { lock, token } =
    /^(?<lock>(?:heal|store)\.lock(?:\.[0-9a-f]{32})*)\.(?<token>[0-9a-f]{32})$/.exec(name)?.groups ?? {};
  if (lock === undefined) return false;
  return readOwner(join(root, RUNS_FOLDER, lock))?.token !== token;
}

interface Try {
  readonly folder: OpenFolder;
  readonly me: ProcessIdentity;
  readonly purpose: string;
  /** Since when a lock that names nobody has been the same, by its token. */
  readonly unreadable: Map<string, number>;
}

/** @returns null where the folder is gone: whoever had made it for nothing has taken it away */
function waitIn(
  root: string,
  folder: OpenFolder,
  name: string,
  purpose: string,
  isOver: () => boolean,
): LockAnswer | null {
  const attempt: Try = { folder, me: thisProcess(), purpose, unreadable: new Map() };
  try {
    for (;;) {
      const token = randomBytes(16).toString('hex');
      const by = claim(attempt, name, token);
      if (by === null) return { kind: 'taken', release: () => release(root, name, token) };
      if (isOver()) return { kind: 'held', by };
      pause();
    }
  } catch (error) {
    if (errorCode(error) === 'ENOENT' && !isOver()) return null;
    throw error;
  } finally {
    folder.close();
  }
}

/** Takes a lock, from a dead holder if need be. @returns who holds it instead, or null where we do */
function claim(attempt: Try, name: string, token: string): LockOwner | null {
  const { folder, me, purpose } = attempt;
  const lock = join(folder.base, name);
  for (;;) {
    const holder = readOwner(lock);
    if (holder === null) {
      if (make(folder, lock, { token, process: me, purpose })) return null;
      continue;
    }
    if (!isLeftOver(holder, attempt)) return holder;

    const takeover = `${name}.${holder.token}`;
    const rival = claim(attempt, takeover, randomBytes(16).toString('hex'));
    if (rival !== null) return rival;
    try {
      // While we hold the takeover nobody else may remove the dead lock, and no live lock has its token.
      if (readOwner(lock)?.token === holder.token) unlinkSync(lock);
    } finally {
      unlinkSync(join(folder.base, takeover));
    }
  }
}

function isLeftOver(holder: LockOwner, { me, unreadable }: Try): boolean {
  if (holder.process !== null) return isGone(holder.process, me);
  const now = performance.now();
  const since = unreadable.get(holder.token) ?? now;
  unreadable.set(holder.token, since);
  return now - since >= UNREADABLE_MS;
}

/** False where there is such a lock by now. */
function make(folder: OpenFolder, lock: string, owner: LockOwner): boolean {
  const bytes = Buffer.from(printOwner(owner));
  const temporary = writeTemporary(folder, bytes, 0o666);
  try {
    linkSync(temporary, lock);
    return true;
  } catch (error) {
    const code = errorCode(error);
    // Swept up by somebody who took it for left over: once more.
    if (code === 'EEXIST' || code === 'ENOENT') return false;
    if (!KNOWS_NO_LINKS.has(code)) throw error;
    return makeWithoutLink(lock, bytes);
  } finally {
    if (lstatSync(temporary, { throwIfNoEntry: false })) unlinkSync(temporary);
  }
}

/** How a file system says that it knows no links. */
const KNOWS_NO_LINKS = new Set<string | null>(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

/** FAT and its kin know no links: there half a lock can be seen, and one that names nobody has to be waited for. */
function makeWithoutLink(lock: string, bytes: Buffer): boolean {
  try {
    writeFileSync(lock, bytes, { flag: 'wx' });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Null where there is no such file. A link in its place is what stands there, wherever it leads. */
function readOwner(lock: string): LockOwner | null {
  const read = readSource(lock, MAX_BYTES);
  if (read.kind === 'gone') return null;
  return parseOwner(read.kind === 'text' ? read.text : read.detail);
}

/** A lock that cannot be removed ends with its process: then it names one that is gone. */
function release(root: string, name: string, token: string): void {
  try {
    const folder = openFolder(root, RUNS_FOLDER);
    if (folder === null) return;
    try {
      const lock = join(folder.base, name);
      if (readOwner(lock)?.token === token) unlinkSync(lock);
    } finally {
      folder.close();
    }
  } catch (error) {
    if (errorCode(error) === null) throw error;
  }
}

/** Not all at once: who waits for the same lock would meet again and again. */
function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5 + Math.random() * 20);
}
