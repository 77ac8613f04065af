import { resolve } from 'node:path';
import { usageError } from '../../model/problem.js';
import { pathBelow } from '../../platform/paths/path-below.js';

/**
 * Paths as typed, relative to the current folder, as root-relative ones with forward slashes.
 * @throws UsageError for a path outside the project, and for an empty one, which is a variable nobody set
 */
export function toRootPaths(paths: readonly string[], root: string, cwd: string): readonly string[] {
  return paths.map((path) => {
    if (path === '') throw usageError('usage/path', 'A path is empty.', 'Write . for the folder you are in.');
    const inRoot = pathBelow(root, resolve(cwd, path));
    if (inRoot === null) {
      throw usageError('usage/path', `${path} lies outside the project ${root}.`, 'Name a path inside it.');
    }
    return inRoot === '' ? '.' : inRoot;
  });
}
