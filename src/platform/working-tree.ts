import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { type Git, openGit } from './git.js';
import { readSource } from './read-source.js';
import type { FileRead, SourceTree } from './source-tree.js';
import { walkFiles } from './walk-files.js';

export interface TreeOptions {
  /** Larger files are skipped, and said to be. */
  readonly maxFileBytes: number;
}

/**
 * The files below a root as they are on disk: what git lists where there is git, else our own walk.
 * The listing is made once; each read sees the disk of that moment.
 * @param git null walks the file system even inside a work tree
 */
export function openWorkingTree(root: string, options: TreeOptions, git: Git | null = openGit(root)): SourceTree {
  let listing: { readonly paths: readonly string[]; readonly unlisted: readonly string[] } | null = null;
  const look = () => {
    if (listing === null) {
      const { paths, unlisted } = git ? git.listFiles() : walkFiles(root);
      listing = { paths: [...paths].sort(), unlisted };
    }
    return listing;
  };
  const isReal = realFolders(root);

  return {
    list: () => look().paths,
    unlisted: () => look().unlisted,
    read(path) {
      if (!isReal(path.slice(0, Math.max(0, path.lastIndexOf('/'))))) return BEHIND_A_LINK;
      const read = readSource(join(root, path), options.maxFileBytes);
      return read.kind === 'gone' && path.includes('\ufffd') ? UNDECODABLE_NAME : read;
    },
  };
}

const BEHIND_A_LINK: FileRead = {
  kind: 'skipped',
  reason: 'not-a-file',
  detail: 'a folder on the way to it is a symbolic link',
};

/** It is listed, yet nothing has the name we were given: some byte of it was no UTF-8 and got lost. */
const UNDECODABLE_NAME: FileRead = { kind: 'skipped', reason: 'unreadable', detail: 'its name is not valid UTF-8' };

/** Tells whether a folder below the root is reached without crossing a link; each folder is asked once. */
function realFolders(root: string): (folder: string) => boolean {
  const known = new Map<string, boolean>([['', true]]);
  const isReal = (folder: string): boolean => {
    let answer = known.get(folder);
    if (answer === undefined) {
      const parent = folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
      answer = isReal(parent) && !lstatSync(join(root, folder), { throwIfNoEntry: false })?.isSymbolicLink();
      known.set(folder, answer);
    }
    return answer;
  };
  return isReal;
}
