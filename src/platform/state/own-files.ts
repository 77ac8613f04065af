import { lstatSync, readdirSync, renameSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../error-code.js';
import { reasonOf } from '../files/read-text.js';
import { BEHIND_A_LINK, refused, WRITTEN, type WriteResult } from '../files/write-result.js';
import { inFolderOf } from '../paths/in-folder-of.js';
import { makeFolders, openFolder } from '../paths/open-folder.js';
import { refusePath } from '../paths/safe-path.js';

/** Removes a regular file of our own. One that is not there is as good as removed. */
export function removeOwnFile(root: string, path: string): WriteResult {
  return inFolderOf(root, path, (folder, name) => {
    const target = join(folder.base, name);
    const present = lstatSync(target, { throwIfNoEntry: false });
    if (present === undefined) return WRITTEN;
    if (!present.isFile()) return refused('it is not a regular file');
    unlinkSync(target);
    folder.sync();
    return WRITTEN;
  });
}

/** Gives a file of our own another place below the root, in one step; what had that name before is gone. */
export function moveOwnFile(root: string, from: string, to: string): WriteResult {
  const refusal = refusePath(to);
  if (refusal !== null) return refused(refusal);
  const slash = to.lastIndexOf('/');
  return inFolderOf(root, from, (folder, name) => {
    if (!makeFolders(root, to.slice(0, Math.max(0, slash)))) return BEHIND_A_LINK;
    return inFolderOf(root, to, (toFolder, toName) => {
      renameSync(join(folder.base, name), join(toFolder.base, toName));
      toFolder.sync();
      folder.sync();
      return WRITTEN;
    });
  });
}

/** The names in a folder below the root, sorted; none where there is no such folder, or a link in its place. */
export function namesIn(root: string, folder: string): readonly string[] {
  try {
    return openedNames(root, folder) ?? [];
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return [];
    throw error;
  }
}

/** The same where what is not seen must not count as nothing: why it cannot be told, as a clause. */
export function namesOrWhy(root: string, folder: string): readonly string[] | string {
  try {
    return openedNames(root, folder) ?? 'a symbolic link lies on the way to it';
  } catch (error) {
    const code = errorCode(error);
    if (code === null) throw error;
    if (code === 'ENOENT' || !isThere(join(root, folder))) return [];
    return code === 'ENOTDIR' ? 'it is no folder' : reasonOf(error);
  }
}

/** @returns null where a link lies on the way @throws system errors */
function openedNames(root: string, folder: string): readonly string[] | null {
  const opened = openFolder(root, folder);
  if (opened === null) return null;
  try {
    return readdirSync(opened.base).sort();
  } finally {
    opened.close();
  }
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    // A file where the folder around it should be.
    return errorCode(error) !== 'ENOTDIR';
  }
}
