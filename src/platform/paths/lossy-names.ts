import { readdirSync } from 'node:fs';
import { isLossy } from '../../model/lossy-path.js';
import type { FileRead } from '../files/source-tree.js';

export const SHARED_NAME: Extract<FileRead, { kind: 'skipped' }> = {
  kind: 'skipped',
  reason: 'unreadable',
  detail: "another file's name comes out the same, because one of them is not valid UTF-8",
};

/**
 * Tells whether a path may mean more than one file: names that are not UTF-8 come out alike. Each folder is asked once.
 * @param base the root with the separator behind it
 */
export function sharedWays(base: string): (path: string) => boolean {
  const known = new Map<string, ReadonlySet<string>>();
  const sharedIn = (folder: string): ReadonlySet<string> => {
    const shared = known.get(folder) ?? sharedNames(`${base}${folder}`);
    known.set(folder, shared);
    return shared;
  };
  return (path) => {
    if (!isLossy(path)) return false;
    const names = path.split('/');
    return names.some((name, at) => isLossy(name) && sharedIn(names.slice(0, at).join('/')).has(name));
  };
}

function sharedNames(folder: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const names = namesIn(folder).filter(isLossy);
  return new Set(names.filter((name) => seen.size === seen.add(name).size));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Whoever lists the tree says so.
    return [];
  }
}
