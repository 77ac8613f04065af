import { errorCode } from '../error-code.js';
import { BEHIND_A_LINK, CHANGED, failed, refused, type WriteResult } from '../files/write-result.js';
import { type OpenFolder, openFolder } from './open-folder.js';
import { refusePath } from './safe-path.js';

export type InFolder = (folder: OpenFolder, name: string) => WriteResult;

/** Does the work where a path below the root lies, with its folder held open so that no link can take its place. */
export function inFolderOf(root: string, path: string, work: InFolder): WriteResult {
  const refusal = refusePath(path);
  if (refusal !== null) return refused(refusal);
  const slash = path.lastIndexOf('/');
  try {
    const folder = openFolder(root, path.slice(0, Math.max(0, slash)));
    if (folder === null) return BEHIND_A_LINK;
    try {
      return work(folder, path.slice(slash + 1));
    } finally {
      folder.close();
    }
  } catch (error) {
    return errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR' ? CHANGED : failed(error);
  }
}
