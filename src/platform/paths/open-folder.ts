import { closeSync, constants, existsSync, fsyncSync, mkdirSync, openSync, readlinkSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../error-code.js';

/** A folder held open: what is done under `base` stays in it, even if somebody swaps the folder's name meanwhile. */
export interface OpenFolder {
  readonly base: string;
  /** Makes renames in it survive a power cut, where the file system can. */
  sync(): void;
  close(): void;
}

/**
 * @param path root-relative, forward slashes; `''` is the root itself
 * @returns null where a link lies on the way, so that the folder is not the one its name says
 * @throws system errors
 */
export function openFolder(root: string, path: string): OpenFolder | null {
  const realRoot = realpathSync(root);
  const folder = path === '' ? realRoot : join(realRoot, path);
  if (process.platform === 'win32') return realpathSync(folder) === folder ? windowsFolder(folder) : null;

  const descriptor = openSync(folder, constants.O_RDONLY | constants.O_DIRECTORY);
  const close = (): void => closeSync(descriptor);
  const handle = `/proc/self/fd/${descriptor}`;
  const hasHandle = process.platform === 'linux' && existsSync(handle);
  if ((hasHandle ? readlinkSync(handle) : realpathSync(folder)) !== folder) {
    close();
    return null;
  }
  return { base: hasHandle ? handle : folder, sync: () => syncFolder(descriptor), close };
}

/** Creates what is missing of a folder below the root, one level at a time, through no link. */
export function makeFolders(root: string, path: string): boolean {
  // Mostly it is there, and one look is enough.
  if (existsSync(join(root, path))) {
    const folder = openFolder(root, path);
    folder?.close();
    return folder !== null;
  }
  const segments = path === '' ? [] : path.split('/');
  for (let depth = 0; depth < segments.length; depth++) {
    const parent = openFolder(root, segments.slice(0, depth).join('/'));
    if (!parent) return false;
    try {
      mkdirSync(join(parent.base, segments[depth] ?? ''));
      parent.sync();
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    } finally {
      parent.close();
    }
  }
  return true;
}

function syncFolder(descriptor: number): void {
  try {
    fsyncSync(descriptor);
  } catch (error) {
    // Some network and user-space file systems cannot sync folders; there is nothing better to do on them.
    if (!['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(errorCode(error) ?? '')) throw error;
  }
}

/** Windows opens no folders for syncing; its renames are journalled. */
function windowsFolder(folder: string): OpenFolder {
  return { base: folder, sync: () => undefined, close: () => undefined };
}
