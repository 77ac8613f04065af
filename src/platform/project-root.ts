import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isFolder } from './paths/is-folder.js';

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

/** A folder called contracts may as well hold code: only YAML in it makes it ours. */
function hasContracts(folder: string): boolean {
  if (isFolder(join(folder, '.specflow'))) return true;
  return ['contracts', join('docs', 'contracts')].some((name) => {
    const candidate = join(folder, name);
    return isFolder(candidate) && namesBelow(candidate).some((file) => /\.ya?ml$/.test(file));
  });
}

function namesBelow(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { encoding: 'utf8', recursive: true });
  } catch {
    // A folder we may not read holds no contracts we could load; loading says so if it is the root's own.
    return [];
  }
}
