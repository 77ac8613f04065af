import { lstatSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isInstalled } from './git-repository.js';

/**
 * Why there is no git to ask although there is a `.git`, as a clause; null where there is none at or above a root. To be
 * asked where `openGit` gave null: then what is ignored is unknown, and was meant to be known.
 */
export function gitAbsence(root: string, environment = process.env): string | null {
  for (let folder = resolve(root); ; folder = dirname(folder)) {
    const path = join(folder, '.git');
    if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) {
      return isInstalled(environment)
        ? `git does not find the repository that ${path} says is here`
        : 'git is not installed, or not in PATH';
    }
    if (dirname(folder) === folder) return null;
  }
}
