import { constants, copyFileSync, lstatSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Copies regular files from below one folder to below another, with their modes; links and whatever else is there stay
 * behind. Where the file system can, the copies share their bytes with the originals until one is written to.
 * @returns those that were copied
 */
export function copyFiles(from: string, paths: readonly string[], to: string): readonly string[] {
  const made = new Set<string>();
  return paths.filter((path) => {
    if (!lstatSync(join(from, path), { throwIfNoEntry: false })?.isFile()) return false;
    const folder = dirname(join(to, path));
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    copyFileSync(join(from, path), join(to, path), constants.COPYFILE_FICLONE);
    return true;
  });
}
