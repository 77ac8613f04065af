import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  type Stats,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { WriteResult } from '../files/write-result.js';
import type { OpenFolder } from '../paths/open-folder.js';

const CREATE_FLAGS = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);

/** A name nobody can guess or plant. What a kill leaves under such a name is swept up later. */
export function temporaryName(): string {
  return `.specflow-${randomBytes(8).toString('hex')}.tmp`;
}

/** Whether a file's name, without its folder, is one that only we give. */
export function isTemporaryName(name: string): boolean {
  return /^\.specflow-[0-9a-f]{16}\.tmp$/.test(name);
}

/** The same for a path. */
export function isTemporaryPath(path: string): boolean {
  return path.endsWith('.tmp') && isTemporaryName(path.slice(path.lastIndexOf('/') + 1));
}

/**
 * A synced file; mode and owner of the file it stands in for.
 * @param isLasting false for what need not survive a power cut: that is not synced
 */
export function writeTemporary(
  folder: OpenFolder,
  bytes: Buffer,
  like: Stats | number,
  name: string = temporaryName(),
  isLasting = true,
): string {
  const temporary = join(folder.base, name);
  const descriptor = openSync(temporary, CREATE_FLAGS, typeof like === 'number' ? like : 0o600);
  let isOpen = true;
  let isDone = false;
  try {
    for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
    if (typeof like !== 'number') takeAfter(descriptor, like);
    if (isLasting) fsyncSync(descriptor);
    isOpen = false;
    // Some file systems report a failed write only now.
    closeSync(descriptor);
    isDone = true;
  } finally {
    if (isOpen) closeSync(descriptor);
    if (!isDone) unlinkSync(temporary);
  }
  return temporary;
}

/** The owner first: changing it clears mode bits. */
function takeAfter(descriptor: number, original: Stats): void {
  const own = fstatSync(descriptor);
  try {
    if (own.uid !== original.uid || own.gid !== original.gid) fchownSync(descriptor, original.uid, original.gid);
  } catch (error) {
    throw new Error('its owner or group could not be kept', { cause: error });
  }
  fchmodSync(descriptor, original.mode & 0o7777);
}

/** Removes the temporary file unless the step put it in place. */
export function settle(temporary: string, step: () => WriteResult): WriteResult {
  let isInPlace = false;
  try {
    const result = step();
    isInPlace = result.kind === 'written';
    return result;
  } finally {
    if (!isInPlace && lstatSync(temporary, { throwIfNoEntry: false })) unlinkSync(temporary);
  }
}
