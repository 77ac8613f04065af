import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Never looked into where there is no git to say what is ignored. */
const NOT_OURS = new Set(['.git', 'node_modules']);

export interface Walk {
  readonly paths: readonly string[];
  /** Those of the paths that are symbolic links, wherever they lead. */
  readonly links: readonly string[];
  readonly unlisted: readonly string[];
}

/**
 * Every file below a folder, relative to it with forward slashes. Links are listed but not followed. A folder that
 * cannot be read is listed in `unlisted`, as is one whose name comes out like another's because it is no UTF-8; the root
 * itself must be readable.
 * @param most so many paths are enough: it stops after the folder that brings them
 */
export function walkFiles(root: string, most = Number.POSITIVE_INFINITY): Walk {
  const paths = new Set<string>();
  const links = new Set<string>();
  const folders = new Set<string>();
  const unlisted = new Set<string>();
  const pending = [''];
  for (let folder = pending.pop(); folder !== undefined && paths.size < most; folder = pending.pop()) {
    for (const entry of entriesOf(root, folder, unlisted)) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isSymbolicLink()) links.add(path);
      if (!entry.isDirectory()) paths.add(path);
      else if (folders.has(path)) unlisted.add(path);
      else if (!NOT_OURS.has(entry.name)) {
        folders.add(path);
        pending.push(path);
      }
    }
  }
  return { paths: [...paths], links: [...links], unlisted: [...unlisted] };
}

function entriesOf(root: string, folder: string, unlisted: Set<string>): readonly Dirent[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    if (folder === '') throw error;
    unlisted.add(folder);
    return [];
  }
}
