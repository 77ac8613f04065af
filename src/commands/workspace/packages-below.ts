import { join, relative } from 'node:path';
import { UsageError } from '../../model/problem.js';
import { sanitize } from '../../model/sanitize.js';
import { openGit } from '../../platform/git/git.js';
import { walkFiles } from '../../platform/paths/walk-files.js';
import { commandText } from '../../reporters/text/command-text.js';

// The packages of a repository whose top has no contract: what is theirs is judged in their folders.

/** Root-relative, each with a slash at its end. @param paths the files of a project */
export function packagesAmong(paths: readonly string[]): readonly string[] {
  return [...new Set(paths.flatMap((path) => CONTRACT_PATH.exec(path)?.groups?.package ?? []))];
}

/** With the folder of its package, which ends with a slash. */
const CONTRACT_PATH = /^(?<package>(?:[^/]+\/)+?)(?:docs\/|\.specflow\/)?contracts\/.*\.ya?ml$/;

/**
 * A refusal for want of contracts, with the folders below that have some and what to run there; as it is, where none
 * has.
 * @param cwd the folder that a command is typed in
 */
export function pointedToPackages(refusal: UsageError, root: string, cwd: string): UsageError {
  const folders = packagesAmong(filesBelow(root)).map((folder) => folder.slice(0, -1));
  const [first] = folders;
  if (first === undefined) return refusal;
  const shown = folders.slice(0, MOST_SHOWN).map((folder) => sanitize(folder));
  const rest = folders.length - shown.length;
  const others = rest > 0 ? `, and in ${rest} more` : '';
  const there = commandText(['cd', relative(cwd, join(root, first))]);
  const help = `Contracts lie in ${shown.join(', ')}${others}. Each package is judged in its own folder: ${there} && specflow check`;
  return new UsageError({ ...refusal.problem, help }, undefined, refusal.others);
}

/** As many as are read at a glance. */
const MOST_SHOWN = 5;

/** Without git, among the first that are found: below a home folder lies very much. */
function filesBelow(root: string): readonly string[] {
  try {
    return (openGit(root)?.listFiles() ?? walkFiles(root, MOST_WALKED)).paths;
  } catch {
    // Where git refuses, or the folder cannot be read, the want of contracts is still what has to be told.
    return [];
  }
}

const MOST_WALKED = 10_000;
