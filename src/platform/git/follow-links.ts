import { posix } from 'node:path';
import type { Git, IndexEntry } from './git.js';

/** The files of a commit, those behind its links under the names that the links give them as well. */
interface FollowedLinks {
  readonly entries: readonly IndexEntry[];
  /** Links to what the commit does not hold below the root: what lies there on disk is not the commit's. */
  readonly astray: ReadonlySet<string>;
  /** Repositories of their own, of whose files the commit says nothing either. */
  readonly submodules: ReadonlySet<string>;
}

/** As many as Linux follows of one name. */
const MOST_LINKS = 40;

/** Follows the links of a commit within the commit. One to a folder that it lies in itself gives nothing. */
export function followLinks(entries: readonly IndexEntry[], git: Pick<Git, 'readBlobs'>): FollowedLinks {
  const links = entries.filter(({ mode }) => mode === '120000');
  const submodules = new Set(entries.filter(({ mode }) => mode === '160000').map(({ path }) => path));
  if (links.length === 0) return { entries, astray: new Set(), submodules };
  const texts = git.readBlobs(links.map(({ blob }) => blob));
  const targets = new Map(links.map(({ path, blob }) => [path, targetOf(path, texts.get(blob) ?? null)]));
  const files = new Map(entries.filter(({ mode }) => mode.startsWith('100')).map((entry) => [entry.path, entry]));
  const toFiles: IndexEntry[] = [];
  const others: Other[] = [];
  for (const link of targets.keys()) {
    const leadsTo = settle(link, targets);
    const file = leadsTo === null ? undefined : files.get(leadsTo);
    if (file) toFiles.push({ ...file, path: link });
    else others.push({ link, leadsTo });
  }
  return { ...withFolders([...files.values(), ...toFiles], others), submodules };
}

/** A link that leads to no file of the commit. */
interface Other {
  readonly link: string;
  readonly leadsTo: string | null;
}

/** Adds the files of folders under the names of the links to those. */
function withFolders(files: readonly IndexEntry[], links: readonly Other[]): Omit<FollowedLinks, 'submodules'> {
  const astray = new Set<string>();
  const found = links.flatMap(({ link, leadsTo }) => {
    if (leadsTo !== null && isBelow(leadsTo, link)) return [];
    const inside = leadsTo === null ? [] : files.filter(({ path }) => isBelow(leadsTo, path));
    if (inside.length === 0) astray.add(link);
    return inside.map((entry) => ({ ...entry, path: `${link}${entry.path.slice(leadsTo?.length)}` }));
  });
  return { entries: [...files, ...found], astray };
}

function isBelow(folder: string, path: string): boolean {
  return folder === '.' || (path.length > folder.length && path.startsWith(folder) && path[folder.length] === '/');
}

/** Relative to the root; null for one that leads out of it, or cannot be read. */
function targetOf(link: string, text: Buffer | null): string | null {
  const target = text?.toString() ?? '/';
  return posix.isAbsolute(target) ? null : withinRoot(posix.join(posix.dirname(link), target));
}

function withinRoot(path: string): string | null {
  return path === '..' || path.startsWith('../') ? null : path.replace(/\/$/, '');
}

/** Where a path leads when all links on the way are followed; null where that is nowhere below the root. */
function settle(path: string, targets: ReadonlyMap<string, string | null>): string | null {
  let at: string | null = path;
  for (let followed = 0; followed < MOST_LINKS && at !== null; followed++) {
    const link = linkOn(at, targets);
    if (link === null) return at;
    const target: string | null = targets.get(link) ?? null;
    at = target === null ? null : withinRoot(posix.join(target, at.slice(link.length)));
  }
  return null;
}

/** The first link on the way to a path, which may be the path itself. */
export function linkOn(path: string, links: { has(path: string): boolean }): string | null {
  for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1)) {
    const folder = path.slice(0, end);
    if (links.has(folder)) return folder;
  }
  return links.has(path) ? path : null;
}
