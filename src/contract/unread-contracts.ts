import { isExclusion } from '../globs/check-glob.js';
import { compileScope, normaliseGlob } from '../globs/compile-scope.js';
import { fixedFolder } from '../globs/fixed-folder.js';
import { hasCapitals } from '../globs/has-capitals.js';
import { DEFAULT_CONFIG } from '../model/config.js';
import type { Finding } from '../model/finding.js';
import { plural } from '../model/plural.js';
import type { Problem } from '../model/problem.js';
import { problemAt } from './contract-source.js';
import { complaints } from './problem-catalogue.js';

// What looks like a contract and is none: rules that nobody reads are not missed until they are broken.

/** A link to a folder, and the files behind it. Root-relative. */
export interface LinkedFolder {
  readonly link: string;
  readonly files: readonly string[];
}

/**
 * Links to folders in which contracts lie that nothing reads: a search follows no link within a folder.
 * @param read the contracts that are read, or were to be
 */
export function contractsBehindLinks(
  globs: readonly string[],
  links: readonly LinkedFolder[],
  read: ReadonlySet<string>,
): readonly Problem[] {
  const scope = compileScope(globs);
  // A link that is called like a contract is one that cannot be read.
  const passed = links.filter(({ link }) => !read.has(link));
  return passed.flatMap(({ link, files }) => {
    const unread = scope.select(files).filter((file) => !read.has(file)).length;
    const place = { file: link, line: 1, column: 1 };
    return unread === 0 ? [] : [problemAt(place, complaints.linkedFolder(plural(unread, 'contract')))];
  });
}

/**
 * Files that would be contracts if their names were spelt in lower case, as they are where case does not count.
 * @param listed all files of the folders that are searched
 */
export function misspeltContracts(globs: readonly string[], listed: readonly string[]): readonly Finding[] {
  const odd = listed.filter(hasCapitals);
  const lower = compileScope(globs.map((glob) => glob.toLowerCase()));
  const meant = odd.filter((path) => lower.select([path.toLowerCase()]).length > 0);
  const read = new Set(compileScope(globs).select(meant));
  return meant
    .filter((path) => !read.has(path))
    .map((file) => ({
      code: 'contract/not-selected',
      ruleId: null,
      file,
      line: null,
      message: 'This file is not read as a contract: its name is in capitals, which the `contracts` globs are not.',
      help: 'Rename it, or move it elsewhere if it is none.',
    }));
}

/** Of globs with wildcards, those that select no file; of the usual ones most do not. @param found all that any selects */
export function inertGlobs(globs: readonly string[], found: readonly string[]): readonly Finding[] {
  return globs
    .filter((glob) => !isExclusion(glob) && !DEFAULT_CONFIG.contracts.includes(glob))
    .filter((glob) => compileScope([normaliseGlob(glob)]).select(found).length === 0)
    .map((glob) => ({
      code: 'contract/inert-glob',
      ruleId: null,
      file: '.specflow/config.json',
      line: null,
      message: `The glob ${glob} of \`contracts\` selects no file, so no rule comes from it.`,
      help: 'Correct the glob, or drop it.',
    }));
}

/** Where contracts are searched for. A glob that begins with a wildcard says of no folder that contracts lie there. */
export function searchedFolders(globs: readonly string[]): readonly string[] {
  const folders = globs.filter((glob) => !isExclusion(glob)).map((glob) => fixedFolder(normaliseGlob(glob)));
  return [...new Set(folders)].filter((folder) => folder !== '');
}
