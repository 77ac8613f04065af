// The one write path of the product. A file is replaced as a whole: a temporary file beside it is written, synced
// and renamed over it, so that a kill at any moment leaves the old bytes or the new ones. Nothing is written outside
// the root, into a git folder, through a link, or over bytes that nobody looked at.

import {
  accessSync,
  closeSync,
  constants,
  fstatSync,
  linkSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  type Stats,
  unlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { errorCode } from '../error-code.js';
import { type InFolder, inFolderOf } from '../paths/in-folder-of.js';
import { makeFolders, type OpenFolder } from '../paths/open-folder.js';
import { refusePath } from '../paths/safe-path.js';
import { sweepTemporaries } from '../scratch/sweep-temporaries.js';
import { settle, temporaryName, writeTemporary } from '../scratch/temporary-file.js';
import { READ_FLAGS } from './read-flags.js';
import { BEHIND_A_LINK, CHANGED, failed, refused, WRITTEN, type WriteResult } from './write-result.js';

/**
 * Replaces a source file whose text somebody read before. Byte order mark, mode and owner stay.
 * @param path root-relative, forward slashes
 * @param expected the text as read, without its byte order mark (`bom` tells whether it had one)
 * @param temporary the name the new bytes get until they take the file's place, for a caller who has to record it
 */
export function replaceFile(
  root: string,
  path: string,
  expected: string,
  bom: boolean,
  next: string,
  temporary: string = temporaryName(),
): WriteResult {
  if (hasLoneSurrogate(next)) return refused('the new text holds half a character, which UTF-8 cannot spell');
  return inFolderOf(root, path, (folder, name) => {
    const target = join(folder.base, name);
    const before = encode(expected, bom);
    const stat = readIfExpected(target, before);
    if ('kind' in stat) return stat;
    if (stat.nlink > 1) return refused('it has several names (hard links), and only one of them would change');
    if (!isWritable(target, stat)) return refused('it is write-protected');
    const written = writeTemporary(folder, encode(next, bom), stat, temporary);
    sweepBeside(root, path, folder, written);
    return settle(written, () => {
      // Asked again at the last moment: a save while we wrote must survive.
      const now = readIfExpected(target, before);
      if ('kind' in now) return now;
      if (now.ino !== stat.ino || now.dev !== stat.dev) return CHANGED;
      renameSync(written, target);
      folder.sync();
      return WRITTEN;
    });
  });
}

/** Creates a file, and its folders, only where there is none; an existing one is refused and stays. */
export function createFile(root: string, path: string, text: string, mode = 0o666): WriteResult {
  return inNewFolderOf(root, path, (folder, name) => {
    const target = join(folder.base, name);
    const temporary = writeTemporary(folder, encode(text, false), mode);
    sweepBeside(root, path, folder, temporary);
    return settle(temporary, () => {
      if (!giveName(temporary, target)) return refused('it exists already');
      folder.sync();
      return WRITTEN;
    });
  });
}

/** Unlike a rename, a link never takes the place of another file. False where there is one. */
function giveName(temporary: string, target: string): boolean {
  try {
    linkSync(temporary, target);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(errorCode(error) ?? '')) throw error;
    // FAT and its kin know no links: look, then rename.
    if (lstatSync(target, { throwIfNoEntry: false })) return false;
    renameSync(temporary, target);
    return true;
  }
  unlinkSync(temporary);
  return true;
}

/** Writes a file of our own state, and its folders, whatever it held before. */
export function writeOwnFile(root: string, path: string, text: string, mode = 0o666): WriteResult {
  return writeOver(root, path, encode(text, false), mode, 'name');
}

/**
 * The same for several files, up to the first that fails. Each holds its bytes before it takes its place; a folder is
 * waited for once, when all of its files have their names.
 */
export function writeOwnFiles(root: string, files: readonly OwnFile[], mode = 0o666): WriteResult {
  for (const { path, text } of files) {
    const result = writeOver(root, path, encode(text, false), mode, 'bytes');
    if (result.kind !== 'written') return result;
  }
  const oneOfEachFolder = new Map(files.map(({ path }) => [dirname(path), path]));
  for (const path of oneOfEachFolder.values()) {
    const result = inFolderOf(root, path, syncFolder);
    if (result.kind !== 'written') return result;
  }
  return WRITTEN;
}

/** Root-relative, forward slashes, and all it is to hold. */
export interface OwnFile {
  readonly path: string;
  readonly text: string;
}

/**
 * The same for what can be worked out anew: nobody waits until it is on the disk. After a power cut it may be torn, so
 * whoever reads it has to see whether it is whole.
 */
export function writeCopy(root: string, path: string, content: string | Buffer): WriteResult {
  return writeOver(root, path, typeof content === 'string' ? encode(content, false) : content, 0o666, 'nothing');
}

/** What survives a power cut once a write returns: what the file holds by its new name, its bytes if it has its name, or neither. */
type Lasting = 'name' | 'bytes' | 'nothing';

function writeOver(root: string, path: string, bytes: Buffer, mode: number, lasting: Lasting): WriteResult {
  return inNewFolderOf(root, path, (folder, name) => {
    const target = join(folder.base, name);
    const present = lstatSync(target, { throwIfNoEntry: false });
    if (present && !present.isFile()) return refused('it is not a regular file');
    const temporary = writeTemporary(folder, bytes, present ?? mode, temporaryName(), lasting !== 'nothing');
    sweepBeside(root, path, folder, temporary);
    return settle(temporary, () => {
      renameSync(temporary, target);
      return lasting === 'name' ? syncFolder(folder) : WRITTEN;
    });
  });
}

function syncFolder(folder: OpenFolder): WriteResult {
  folder.sync();
  return WRITTEN;
}

/** Our own state is swept under its lock; any other folder by whoever writes there next. */
function sweepBeside(root: string, path: string, folder: OpenFolder, temporary: string): void {
  if (!path.startsWith('.specflow/')) sweepTemporaries(folder, dirname(join(root, path)), temporary);
}

/** As `inFolderOf`, but makes the folders on the way first. */
function inNewFolderOf(root: string, path: string, work: InFolder): WriteResult {
  const refusal = refusePath(path);
  if (refusal) return refused(refusal);
  try {
    if (!makeFolders(root, path.slice(0, Math.max(0, path.lastIndexOf('/'))))) return BEHIND_A_LINK;
  } catch (error) {
    return failed(error);
  }
  return inFolderOf(root, path, work);
}

/** The stat of the file if it holds exactly these bytes, else the answer to give. */
function readIfExpected(target: string, expected: Buffer): Stats | WriteResult {
  let descriptor: number;
  try {
    descriptor = openSync(target, READ_FLAGS);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return CHANGED;
    if (errorCode(error) === 'ELOOP' || errorCode(error) === 'EMLINK') return refused('it is a symbolic link');
    return failed(error);
  }
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) return refused('it is not a regular file');
    if (stat.size !== expected.length || !readFileSync(descriptor).equals(expected)) return CHANGED;
    return stat;
  } finally {
    closeSync(descriptor);
  }
}

/** How the system says that this file is not for us to write; anything else it says is a failure to look. */
const FORBIDDEN = new Set<string | null>(['EACCES', 'EPERM', 'EROFS']);

/** Root may write what the mode forbids; a file whose mode forbids it to everybody was closed on purpose. */
function isWritable(target: string, stat: Stats): boolean {
  if ((stat.mode & 0o222) === 0) return false;
  try {
    accessSync(target, constants.W_OK);
    return true;
  } catch (error) {
    if (FORBIDDEN.has(errorCode(error))) return false;
    throw error;
  }
}

function encode(text: string, bom: boolean): Buffer {
  return Buffer.from(bom ? `\ufeff${text}` : text, 'utf8');
}

function hasLoneSurrogate(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}
