import { dirname, join } from 'node:path';
import { readText } from '../../platform/files/read-text.js';
import type { FindTsconfigs } from '../../semantics/types/configs-for.js';

const MAX_BYTES = 1024 * 1024;

/**
 * The configurations that may cover a file: that of the project, then those of the folders around the file, the nearest
 * first. Many projects of several packages have none at their root.
 */
export function tsconfigsOf(root: string): FindTsconfigs {
  const known = new Map<string, readonly string[]>();
  const own = (folder: string): readonly string[] => {
    const path = join(root, folder, 'tsconfig.json');
    return readText(path, MAX_BYTES).kind === 'text' ? [path] : [];
  };
  const atRoot = own('.');
  const within = (folder: string): readonly string[] => {
    if (folder === '.') return [];
    const found = known.get(folder) ?? [...own(folder), ...within(dirname(folder))];
    known.set(folder, found);
    return found;
  };
  return (path) => [...atRoot, ...within(dirname(path))];
}
