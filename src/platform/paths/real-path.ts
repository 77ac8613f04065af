import { realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errorCode } from '../error-code.js';

/** An absolute path with the links in it followed, as far as it exists; what does not exist stays as written. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    const isMissing = ['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '');
    if (!isMissing || dirname(path) === path) return path;
    return join(realPath(dirname(path)), basename(path));
  }
}
