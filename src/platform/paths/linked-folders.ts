import { join } from 'node:path';
import { isFolder } from './is-folder.js';
import { type Walk, walkFiles } from './walk-files.js';

/** Of links, those that lead to a folder. Root-relative, as they are given. */
export function linkedFolders(root: string, links: readonly string[]): readonly string[] {
  return links.filter((link) => isFolder(join(root, link)));
}

/** As `walkFiles`, root-relative; nothing where there is no such folder, or none that can be read. */
export function walkBelow(root: string, folder: string, most?: number): Walk {
  const { paths, links, unlisted } = walkOf(join(root, folder), most);
  const below = (each: readonly string[]) => each.map((path) => `${folder}/${path}`);
  return { paths: below(paths), links: below(links), unlisted: below(unlisted) };
}

function walkOf(folder: string, most?: number): Walk {
  try {
    return walkFiles(folder, most);
  } catch {
    // Who searches there for files says that it cannot be read.
    return { paths: [], links: [], unlisted: [] };
  }
}
