import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { pathBelow } from '../paths/path-below.js';

/** Where the parts of an ordinary repository lie, found without asking git. Paths are absolute. */
export interface Repository {
  /** Of this work tree. */
  readonly folder: string;
  /** Of all work trees; the same where there is but one. */
  readonly common: string;
  readonly indexFile: string;
  /** The top of the work tree. */
  readonly top: string;
  /** The root below the top, with a slash at its end; empty where the root is the top. */
  readonly prefix: string;
  /** Bytes of an object's id. */
  readonly idBytes: 20 | 32;
}

/** Variables that move parts of a repository elsewhere, or tell git where not to look for one. */
const MOVES_PARTS =
  /^GIT_(WORK_TREE|COMMON_DIR|OBJECT_DIRECTORY|NAMESPACE|CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM)$/;

/**
 * The repository around a root as git would find it.
 * @param cwd what relative paths in the environment are relative to
 * @returns null where there is none, or anything about it is out of the ordinary: then git has to be asked
 */
export function findRepository(root: string, environment: NodeJS.ProcessEnv, cwd: string): Repository | null {
  if (Object.keys(environment).some((name) => MOVES_PARTS.test(name))) return null;
  try {
    const real = realpathSync(root);
    const found = gitFolderAbove(real);
    if (found === null || !isInstalled(environment)) return null;
    const { top, folder } = found;
    const named = environment.GIT_DIR;
    // In a hook it may be named, and means the work tree the hook was started in, wherever it went from there.
    if (named !== undefined && realpathSync(resolve(cwd, named)) !== folder) return null;
    const common = commonFolder(folder);
    const idBytes = idBytesOf(common);
    if (idBytes === null || !isWhole(folder, common)) return null;
    const prefix = pathBelow(top, real);
    const { GIT_INDEX_FILE: index } = environment;
    if (prefix === null || index === '') return null;
    return {
      indexFile: index === undefined ? join(folder, 'index') : resolve(top, index),
      folder,
      common,
      top,
      prefix: prefix === '' ? '' : `${prefix}/`,
      idBytes,
    };
  } catch {
    // Whatever cannot be read there, git can say more about it.
    return null;
  }
}

/**
 * The nearest `.git`, and the folder it is or names; null outside git, and below what may be a bare repository.
 * @throws system errors
 */
export function gitFolderAbove(folder: string): { readonly top: string; readonly folder: string } | null {
  for (let top = folder; ; top = dirname(top)) {
    const path = join(top, '.git');
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat?.isDirectory()) return { top, folder: realpathSync(path) };
    if (stat !== undefined) {
      const named = /^gitdir: (.+)\n?$/.exec(readFileSync(path, 'utf8'))?.[1];
      return named === undefined ? null : { top, folder: realpathSync(resolve(top, named)) };
    }
    // A bare repository would be found on the way up, too.
    if (existsSync(join(top, 'HEAD')) || dirname(top) === top) return null;
  }
}

/** Whether two folders lie in work trees of one repository. */
export function shareRepository(one: string, other: string): boolean {
  try {
    const [first, second] = [gitFolderAbove(realpathSync(one)), gitFolderAbove(realpathSync(other))];
    return first !== null && second !== null && commonFolder(first.folder) === commonFolder(second.folder);
  } catch {
    // What cannot be read is not known to be the same.
    return false;
  }
}

/** A linked work tree shares all but its index and HEAD. */
function commonFolder(folder: string): string {
  const written = join(folder, 'commondir');
  return existsSync(written) ? realpathSync(resolve(folder, readFileSync(written, 'utf8').trim())) : folder;
}

/** @returns null for settings that move the work tree or store things in a way we do not know */
function idBytesOf(common: string): 20 | 32 | null {
  const written = readFileSync(join(common, 'config'), 'utf8');
  if (/^\s*(?:\[[^\]]*\]\s*)?(?:worktree|worktreeconfig|bare(?!\s*=\s*false\s*$))/im.test(written)) return null;
  const extensions = [...written.matchAll(/^\s*\[\s*extensions\b[^\]]*\]([^[]*)/gim)].map(([, body]) => body ?? '');
  const settings = extensions.flatMap((body) => body.split('\n').map((line) => line.trim().toLowerCase()));
  const unknown = settings.filter((line) => line !== '' && !/^(?:objectformat|partialclone|noop)\b/.test(line));
  if (unknown.length > 0) return null;
  const formats = settings.filter((line) => line.startsWith('objectformat'));
  if (formats.length === 0 || formats.every((line) => /^objectformat\s*=\s*sha1$/.test(line))) return 20;
  return formats.every((line) => /^objectformat\s*=\s*sha256$/.test(line)) ? 32 : null;
}

/** What git asks of a folder before it takes it for a repository. */
function isWhole(folder: string, common: string): boolean {
  const head = readFileSync(join(folder, 'HEAD'), 'utf8');
  const names = ['objects', 'refs'].map((name) => statSync(join(common, name), { throwIfNoEntry: false }));
  return /^(?:ref:\s*refs\/|[0-9a-f]{40})/.test(head) && names.every((stat) => stat?.isDirectory());
}

/** Without git nothing is left out that git would ignore, whatever a repository holds. */
export function isInstalled({ PATH }: NodeJS.ProcessEnv): boolean {
  const name = process.platform === 'win32' ? 'git.exe' : 'git';
  return (PATH ?? '').split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, name)));
}
