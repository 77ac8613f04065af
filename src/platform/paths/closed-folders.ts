import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { ClosedFolder } from '../../model/closed-folder.js';
import { shareRepository } from '../git/git-repository.js';
import { sorted } from '../sorted.js';
import { isFolder } from './is-folder.js';
import { walkBelow } from './linked-folders.js';
import { pathBelow } from './path-below.js';

/** Enough to tell what lies in a folder. A link may lead anywhere. */
const MOST_FILES = 10_000;

/**
 * Those of some paths that are folders nobody enters, with what lies in them.
 * @param paths root-relative
 */
export function closedFolders(root: string, paths: readonly string[]): readonly ClosedFolder[] {
  return sorted(paths).flatMap((path) => {
    const kind = kindOf(join(root, path));
    // Another work tree has the same files, of another commit: nobody means those as well.
    if (kind === 'repository' && shareRepository(root, join(root, path))) return [];
    const walk = kind && walkBelow(root, path, MOST_FILES);
    if (kind === null || walk === null) return [];
    const links = new Set(walk.links);
    // Of a submodule it is a file, which says where its repository is.
    const files = sorted(walk.paths.filter((file) => !links.has(file) && !file.endsWith('/.git')));
    return [{ path, kind, real: kind === 'link' ? realPlace(root, path) : null, files }];
  });
}

/** The outermost folder around a path that nobody enters; null where there is none. */
export function closedAbove(root: string, path: string): Pick<ClosedFolder, 'path' | 'kind'> | null {
  const parts = path.split('/');
  for (let depth = 1; depth < parts.length; depth++) {
    const folder = parts.slice(0, depth).join('/');
    const kind = kindOf(join(root, folder));
    if (kind !== null) return { path: folder, kind };
  }
  return null;
}

function kindOf(folder: string): ClosedFolder['kind'] | null {
  if (!isFolder(folder)) return null;
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) return 'link';
  return existsSync(join(folder, '.git')) ? 'repository' : null;
}

function realPlace(root: string, link: string): string | null {
  try {
    return pathBelow(realpathSync(root), realpathSync(join(root, link)));
  } catch {
    // It went while we looked.
    return null;
  }
}
