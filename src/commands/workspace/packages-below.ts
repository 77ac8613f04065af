import { join, relative } from 'node:path';
import { packagesAmong, wherePackagesLie } from '../../contract/packages-among.js';
import { UsageError } from '../../model/problem.js';
import { openGit } from '../../platform/git/git.js';
import { walkFiles } from '../../platform/paths/walk-files.js';
import { commandText } from '../../reporters/text/command-text.js';

/**
 * A refusal for want of contracts, with the folders below that have some and what to run there; as it is, where none
 * has.
 * @param cwd the folder that a command is typed in
 */
export function pointedToPackages(refusal: UsageError, root: string, cwd: string): UsageError {
  const packages = packagesAmong(filesBelow(root));
  const [first] = packages;
  if (first === undefined) return refusal;
  const there = commandText(['cd', relative(cwd, join(root, first))]);
  const help = `${wherePackagesLie(packages)} Each package is judged in its own folder: ${there} && specflow check`;
  return new UsageError({ ...refusal.problem, help }, undefined, refusal.others);
}

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
