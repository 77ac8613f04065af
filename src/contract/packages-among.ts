import { sanitize } from '../model/sanitize.js';

// The packages of a repository whose top has no contract: what is theirs is judged in their folders.

/** Root-relative, each with a slash at its end. @param paths the files of a project */
export function packagesAmong(paths: readonly string[]): readonly string[] {
  return [...new Set(paths.flatMap((path) => CONTRACT_PATH.exec(path)?.groups?.package ?? []))];
}

/** With the folder of its package, which ends with a slash. */
const CONTRACT_PATH = /^(?<package>(?:[^/]+\/)+?)(?:docs\/|\.specflow\/)?contracts\/.*\.ya?ml$/;

/** Such as `Contracts lie in packages/api, packages/web, and in 7 more.` @param packages at least one */
export function wherePackagesLie(packages: readonly string[]): string {
  const shown = packages.slice(0, MOST_SHOWN).map((folder) => sanitize(folder.slice(0, -1)));
  const rest = packages.length - shown.length;
  return `Contracts lie in ${shown.join(', ')}${rest > 0 ? `, and in ${rest} more` : ''}.`;
}

/** As many as are read at a glance. */
const MOST_SHOWN = 5;
