import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gitFolderAbove } from './git-repository.js';

/**
 * Whether git may track something in a folder, by a quick look at the bytes of its index: a hook has no time to ask git
 * itself. True where that does not tell, as where there is no git.
 * @param folder root-relative, forward slashes
 */
export function mayTrack(root: string, folder: string): boolean {
  try {
    const found = gitFolderAbove(resolve(root));
    return found === null || indexMayName(found.folder, `${folder}/`);
  } catch {
    // What cannot be read does not tell.
    return true;
  }
}

const DIRECTORY_CACHE = 0x44495243;

function indexMayName(gitFolder: string, path: string): boolean {
  const names = readdirSync(gitFolder);
  // Nothing was ever added.
  if (!names.includes('index')) return false;
  const index = readFileSync(join(gitFolder, 'index'));
  const version = index.readUInt32BE(4);
  // Version 4 leaves out what a path shares with the one before, and a split index keeps paths elsewhere.
  const isSpeltOut = index.readUInt32BE(0) === DIRECTORY_CACHE && (version === 2 || version === 3);
  if (!isSpeltOut || names.some((name) => name.startsWith('sharedindex.'))) return true;
  const readsCase = process.platform === 'linux';
  return readsCase ? index.includes(path) : index.toString('latin1').toLowerCase().includes(path.toLowerCase());
}
