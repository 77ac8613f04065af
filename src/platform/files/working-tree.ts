import { lstatSync, type Stats } from 'node:fs';
import { join, sep } from 'node:path';
import { isLossy } from '../../model/lossy-path.js';
import { once } from '../../model/once.js';
import { type Git, openGit, type TrackedApart } from '../git/git.js';
import { gitAbsence } from '../git/git-absence.js';
import type { Listing } from '../git/list-ahead.js';
import { closedFolders } from '../paths/closed-folders.js';
import { SHARED_NAME, sharedWays } from '../paths/lossy-names.js';
import { walkFiles } from '../paths/walk-files.js';
import { sorted } from '../sorted.js';
import { decodeSource } from './decode-source.js';
import { readSourceBytes } from './read-source.js';
import type { BytesRead, SourceTree } from './source-tree.js';

export interface TreeOptions {
  /** Larger files are skipped, and said to be. */
  readonly maxFileBytes: number;
}

/**
 * The files below a root as they are on disk: what git lists where there is git, else our own walk.
 * The listing is made once; each read sees the disk of that moment.
 * @param given null walks the file system even inside a work tree
 */
export function openWorkingTree(root: string, options: TreeOptions, given?: Git | null): SourceTree {
  const git = given === undefined ? openGit(root) : given;
  const look = once(() => (git ? listedByGit(git) : listedByWalk(root)));
  return {
    ...listedBy(look),
    ...openFiles(root, options),
    closed: () => closedFolders(root, look().apart().noFiles),
    absent: () => notOnDisk(root, look().apart().skipped),
    ignoresUnknown: () => (given === undefined && git === null ? gitAbsence(root) : null),
  };
}

interface Looked extends Listing {
  /** What may be folders nobody enters, repositories within among them, and what may not be on disk. */
  apart(): TrackedApart;
}

function listedByGit(git: Git): Looked {
  const { paths, unlisted, repositories } = git.listFiles();
  const apart = once(() => git.trackedApart());
  return { paths, unlisted, apart: () => ({ ...apart(), noFiles: [...apart().noFiles, ...repositories] }) };
}

function listedByWalk(root: string): Looked {
  const { links, ...listing } = walkFiles(root);
  return { ...listing, apart: () => ({ noFiles: links, skipped: [] }) };
}

/**
 * The same for files that were listed before.
 * @param listing is asked for once the names are needed; where it gives null, git is
 * @param apart what may be folders nobody enters, and what may not be on disk
 */
export function openListedTree(
  root: string,
  options: TreeOptions,
  listing: () => Listing | null,
  apart: TrackedApart,
): SourceTree {
  const list = (): Listing => listing() ?? openGit(root)?.listFiles() ?? walkFiles(root);
  return {
    ...listedBy(once(list)),
    ...openFiles(root, options),
    closed: () => closedFolders(root, apart.noFiles),
    absent: () => notOnDisk(root, apart.skipped),
  };
}

/** A file may have been brought back by hand. */
function notOnDisk(root: string, paths: readonly string[]): readonly string[] {
  return paths.filter((path) => statOf(join(root, path)) === null);
}

function listedBy(look: () => Listing): Required<Pick<SourceTree, 'list' | 'unlisted'>> {
  const paths = once(() => sorted(look().paths));
  return { list: paths, unlisted: () => look().unlisted };
}

/** Reads files below a root, as they are on disk. */
function openFiles(
  root: string,
  { maxFileBytes }: TreeOptions,
): Required<Pick<SourceTree, 'read' | 'readBytes' | 'stamp'>> {
  const base = root.endsWith(sep) ? root : `${root}${sep}`;
  const isReached = realWays(base);
  const isShared = sharedWays(base);
  const readBytes = (path: string, isStamped?: boolean): BytesRead => {
    if (!isReached(path)) return BEHIND_A_LINK;
    if (isShared(path)) return SHARED_NAME;
    const read = readSourceBytes(`${base}${path}`, maxFileBytes, isStamped);
    return read.kind === 'gone' && isLossy(path) ? UNDECODABLE_NAME : read;
  };
  return {
    readBytes,
    stamp(path) {
      if (!isReached(path) || isShared(path)) return null;
      const stat = statOf(`${base}${path}`);
      return stat?.isFile() ? stat : null;
    },
    read(path) {
      const read = readBytes(path);
      return read.kind === 'bytes' ? decodeSource(read.bytes) : read;
    },
  };
}

/** Null where nothing can be said of it: why, whoever opens it is told. */
function statOf(path: string): Stats | null {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}

const BEHIND_A_LINK: BytesRead = {
  kind: 'skipped',
  reason: 'not-a-file',
  detail: 'a folder on the way to it is a symbolic link',
};

/** It is listed, yet nothing has the name we were given: some byte of it was no UTF-8 and got lost. */
const UNDECODABLE_NAME: BytesRead = { kind: 'skipped', reason: 'unreadable', detail: 'its name is not valid UTF-8' };

/**
 * Tells whether a file is reached from the root without crossing a link; each folder is asked once.
 * @param base the root with the separator behind it
 */
function realWays(base: string): (path: string) => boolean {
  const known = new Map<string, boolean>([['', true]]);
  const isReal = (folder: string): boolean => {
    let answer = known.get(folder);
    if (answer === undefined) {
      const parent = folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
      answer = isReal(parent) && !statOf(`${base}${folder}`)?.isSymbolicLink();
      known.set(folder, answer);
    }
    return answer;
  };
  // Files mostly come folder by folder.
  let last = '';
  let isLastReal = true;
  return (path) => {
    const end = Math.max(0, path.lastIndexOf('/'));
    if (end !== last.length || !path.startsWith(last)) {
      last = path.slice(0, end);
      isLastReal = isReal(last);
    }
    return isLastReal;
  };
}
