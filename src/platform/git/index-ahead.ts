import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { IndexEntry } from './git.js';
import { readBlobSizes, readBlobs } from './git-blobs.js';
import { askStaged, type StagedChanges, stagedChanges } from './git-changes.js';
import { entriesBelow, type GitIndex, type IndexBytes, parseGitIndex, readIndexBytes } from './git-index.js';
import { findRepository, type Repository } from './git-repository.js';
import type { IndexSource } from './index-tree.js';
import { looseBlobs } from './loose-blobs.js';
import { gitEnvironment, gitIn, succeeded } from './run-git.js';
import { runGitAhead } from './run-git-ahead.js';

/** More blobs than this are asked of git at once. */
const FEW_BLOBS = 64;

/** The index of an ordinary repository, with what git says of it. */
export interface IndexAhead {
  readonly repository: Repository;
  readonly index: IndexBytes;
  /** What it holds below the folders that were asked for, root-relative; null where git has to be asked for it. */
  readonly own: readonly IndexEntry[] | null;
  /** Against HEAD. */
  readonly changes: StagedChanges;
  /** Against the other base that was asked for; null where there was none, or git does not know it. */
  readonly since: StagedChanges | null;
  readonly blobs: Pick<IndexSource, 'blobSizes' | 'readBlobs'>;
}

/**
 * Reads the index of an ordinary repository while git compares it with HEAD, the one process this takes.
 * @param folders whose entries are looked up meanwhile, root-relative
 * @param baseOf names a commit to compare with as well; null for none, or HEAD
 * @returns null where git has to be asked for everything
 */
export async function indexAhead(
  root: string,
  folders: readonly string[],
  baseOf: (repository: Repository) => string | null,
  environment = process.env,
  cwd = process.cwd(),
): Promise<IndexAhead | null> {
  const repository = findRepository(root, environment, cwd);
  if (repository === null) return null;
  const env = environmentOf(repository, environment, cwd);
  const before = stampOf(repository.indexFile);
  const comparing = runGitAhead(root, env, askStaged('HEAD'));
  const base = baseOf(repository);
  const comparingBase = base === null ? null : runGitAhead(root, env, askStaged(base));
  const index = readIndexBytes(repository.indexFile, repository.idBytes);
  const own = index && ownEntries(index, repository.prefix, folders);
  const compared = await comparing;
  const comparedBase = await comparingBase;
  // No commit yet, a repository git refuses, or an index that was written meanwhile.
  if (index === null || compared.kind !== 'ok' || stampOf(repository.indexFile) !== before) return null;
  return {
    repository,
    index,
    own,
    changes: stagedChanges(compared.stdout),
    since: comparedBase?.kind === 'ok' ? stagedChanges(comparedBase.stdout) : null,
    blobs: blobsOf(root, env, repository),
  };
}

function ownEntries(index: IndexBytes, prefix: string, folders: readonly string[]): readonly IndexEntry[] | null {
  const entries = entriesBelow(
    index,
    folders.map((folder) => `${prefix}${folder}`),
  );
  if (prefix === '' || entries === null) return entries;
  return entries.map(({ path, mode, blob }) => ({ path: path.slice(prefix.length), mode, blob }));
}

/** All of the index; null where git has to be asked for it. */
export function sourceOf({ repository, index, changes, blobs }: IndexAhead): IndexSource | null {
  const parsed = parseGitIndex(index);
  if (parsed === null) return null;
  const files = filesBelow(parsed, repository.prefix);
  return { ...blobs, indexFiles: () => files, stagedChanges: () => changes };
}

/** What was just staged is read from where it lies; the rest is asked of git. */
function blobsOf(root: string, env: Record<string, string>, { common }: Repository): IndexAhead['blobs'] {
  const loose = looseBlobs(join(common, 'objects'));
  const run = gitIn(root, env);
  const ask = (args: readonly string[], input: string): Buffer => succeeded(args, run(args, input)).stdout;
  const apart = (ids: readonly string[]): { readonly found: Map<string, Buffer>; readonly rest: readonly string[] } => {
    const found = new Map<string, Buffer>();
    if (ids.length > FEW_BLOBS) return { found, rest: ids };
    const rest: string[] = [];
    for (const id of ids) {
      const blob = loose(id);
      if (blob === null) rest.push(id);
      else found.set(id, blob);
    }
    return { found, rest };
  };
  return {
    blobSizes(ids) {
      const { found, rest } = apart(ids);
      return new Map([...[...found].map(([id, blob]) => [id, blob.length] as const), ...readBlobSizes(ask, rest)]);
    },
    readBlobs(ids) {
      const { found, rest } = apart(ids);
      return new Map([...found, ...readBlobs(ask, rest)]);
    },
  };
}

/** In a hook GIT_DIR may be named, and the work tree is then to be named as well: git runs in another folder. */
export function environmentOf(
  { top }: Repository,
  environment: NodeJS.ProcessEnv,
  cwd: string,
): Record<string, string> {
  const env = gitEnvironment(environment, cwd);
  return env.GIT_DIR === undefined ? env : { ...env, GIT_WORK_TREE: top };
}

/** Differs once the file was written. */
export function stampOf(file: string): string {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? '' : [stat.mtimeNs, stat.ctimeNs, stat.size, stat.ino].join(' ');
}

/** As git lists them from the root, which is `prefix` below the top. */
function filesBelow(index: GitIndex, prefix: string): ReturnType<IndexSource['indexFiles']> {
  const entries: IndexEntry[] = [];
  const unmerged = new Set<string>();
  index.paths.forEach((path, place) => {
    if (!path.startsWith(prefix)) return;
    if (index.stageOf(place) === 0) entries.push(index.entryOf(place, prefix.length));
    else unmerged.add(path.slice(prefix.length));
  });
  return { entries, unmerged: [...unmerged] };
}
