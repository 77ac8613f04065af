import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from './error-code.js';
import { type FileStamps, stampsOf } from './files/file-stamps.js';
import type { Git } from './git/git.js';
import { walkFiles } from './paths/walk-files.js';

/** Where we write ourselves while a heal is going on, and what git rewrites when it is only asked. */
const NOT_LOOKED_AT = /^\.specflow\/(?:runs|cache)\//;
/** What of a git folder decides which programs run and where branches point. */
const OF_GIT = ['config', 'HEAD', 'hooks', 'refs/heads'];

/**
 * Stamps of a project's files, ignored ones left out, and of what in its git folder nobody changes by the way.
 * @param git null walks the file system
 */
export function projectState(root: string, git: Git | null): FileStamps {
  const listed = (git?.listFiles() ?? walkFiles(root)).paths.filter((path) => !NOT_LOOKED_AT.test(path));
  return stampsOf(root, [...listed, ...OF_GIT.flatMap((name) => filesBelow(root, `.git/${name}`))]);
}

/** Installed programs, caches: other programs write there all the time, and there is far too much of it. */
const NOBODYS = /(?:^|\/)(?:node_modules|\.git)\/$/;
/** Of a folder that is ignored as a whole so many files are looked at. */
const MAX_IGNORED = 5000;

/** Stamps of files that git ignores, such as `.env`; of large folders some, and of `node_modules` and our own none. */
export function ignoredState(root: string, git: Git | null): FileStamps {
  const ignored = git?.ignoredPaths() ?? [];
  const looked = ignored.filter((path) => !NOBODYS.test(path) && !path.startsWith('.specflow/'));
  return stampsOf(
    root,
    looked.flatMap((path) => {
      if (!path.endsWith('/')) return [path];
      const { paths } = walkFiles(join(root, path));
      return paths.slice(0, MAX_IGNORED).map((below) => `${path}${below}`);
    }),
  );
}

/** A path that is no folder stands for itself, whether there is anything or not. */
function filesBelow(root: string, path: string): readonly string[] {
  try {
    return readdirSync(join(root, path)).flatMap((name) => filesBelow(root, `${path}/${name}`));
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return [path];
    throw error;
  }
}
