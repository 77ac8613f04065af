import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * The folder contracts and paths are relative to: the nearest one at or above `cwd` that has `.specflow/` or
 * contracts, else the top of the git work tree, else the nearest with a `package.json`, else `cwd`. Inside a git
 * work tree nothing above its top is considered: that is somebody else's project.
 */
export function findProjectRoot(cwd: string): string {
  const start = resolve(cwd);
  let gitTop: string | null = null;
  let nearestPackage: string | null = null;
  for (let folder = start; ; folder = dirname(folder)) {
    if (hasContracts(folder)) return folder;
    if (nearestPackage === null && existsSync(join(folder, 'package.json'))) nearestPackage = folder;
    // `.git` is a file in linked worktrees and submodules.
    if (existsSync(join(folder, '.git'))) gitTop = folder;
    if (gitTop !== null || dirname(folder) === folder) return gitTop ?? nearestPackage ?? start;
  }
}

function hasContracts(folder: string): boolean {
  return ['.specflow', 'contracts', join('docs', 'contracts')].some((name) => isFolder(join(folder, name)));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
