import { statSync } from 'node:fs';
import { join } from 'node:path';
import { walkFiles } from './walk-files.js';

/** Links to folders below a folder, which a walk lists and does not follow. Relative to it; none where it cannot be read. */
export function linkedFolders(folder: string): readonly string[] {
  return listedBelow(folder).filter((path) => isFolder(join(folder, path)));
}

/** Whatever a walk of a folder lists; nothing where there is no such folder, or none that can be read. */
export function listedBelow(folder: string): readonly string[] {
  return walkBelow(folder).paths;
}

/** As `walkFiles`; nothing where there is no such folder, or none that can be read. */
export function walkBelow(folder: string): ReturnType<typeof walkFiles> {
  try {
    return walkFiles(folder);
  } catch {
    // Who searches there for files says that it cannot be read.
    return { paths: [], unlisted: [] };
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // A link that leads nowhere, or in a circle, leads to no folder.
    return false;
  }
}
