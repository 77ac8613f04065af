import { isAbsolute, relative, sep } from 'node:path';
import { realPath } from './real-path.js';

/**
 * An absolute path relative to a folder, with forward slashes; empty for the folder itself, null where the path is not
 * in it. One that leads into the folder through a link of a folder above it, as editors and hooks may give it, is inside.
 */
export function pathBelow(folder: string, path: string): string | null {
  return wayTo(folder, path) ?? wayTo(folder, realPath(path));
}

/** On Windows the path may lie on another drive, and stays absolute. */
function wayTo(folder: string, path: string): string | null {
  const way = relative(folder, path).split(sep).join('/');
  return way === '..' || way.startsWith('../') || isAbsolute(way) ? null : way;
}
