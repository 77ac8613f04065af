import { realpathSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { readBlobSizes, readBlobs } from './git-blobs.js';
import { askStaged, type ChangedFiles, type StagedChanges, stagedChanges, workTreeChanges } from './git-changes.js';
import { type CommitFiles, commitFiles } from './git-commit-files.js';
import { type GitHistory, gitHistory } from './git-history.js';
import { gitIgnoredBy } from './git-ignored-by.js';
import { mergeBase } from './git-merge-base.js';
import { splitNul, toIndexEntry, unlistedIn } from './git-output.js';
import { gitFolderAbove } from './git-repository.js';
import { gitEnvironment, gitFailed, gitIn, type RunGit, succeeded } from './run-git.js';
import { withoutFilters } from './without-filters.js';

/** A file in the index. `mode` is git's, such as `100644`, `120000` (link) or `160000` (submodule). */
export interface IndexEntry {
  /** Relative to the root, forward slashes. */
  readonly path: string;
  readonly blob: string;
  readonly mode: string;
}

export interface ListedFiles {
  readonly paths: readonly string[];
  readonly unlisted: readonly string[];
  /** Untracked folders that hold a repository of their own. */
  readonly repositories: readonly string[];
}

/** What is tracked and is not, or need not be, a file on disk. */
export interface TrackedApart {
  /** Links and submodules. */
  readonly noFiles: readonly string[];
  /** Files that a sparse checkout leaves out. */
  readonly skipped: readonly string[];
}

/** The repository around a root, which may be any folder of its work tree. Everything is relative to that root. */
export interface Git {
  /**
   * Tracked files, and untracked ones that are not ignored. `unlisted`: folders git could not look into.
   * @param only those of these paths, which is far quicker
   */
  listFiles(only?: readonly string[]): ListedFiles;
  trackedApart(): TrackedApart;
  /** Untracked paths that git ignores; a folder of which it ignores all is one path with a slash at its end. */
  ignoredPaths(): readonly string[];
  /** What makes git ignore an untracked path, such as `.gitignore:3: dist/`; null where nothing does. */
  ignoredBy(path: string): string | null;
  /** The commit HEAD names; null before the first. */
  head(): string | null;
  /** What the next commit changes. */
  stagedChanges(): StagedChanges;
  /** The work tree, new files included, against a commit; against the last one (or nothing yet) where it is null. */
  changedSince(commit: string | null): ChangedFiles;
  /**
   * The commit where HEAD left the history of a ref.
   * @throws UsageError `git/…` for an unknown ref, and where a shallow clone does not reach back far enough
   */
  mergeBase(ref: string): string;
  /** The whole index, and the paths that are still in conflict. */
  indexFiles(): { readonly entries: readonly IndexEntry[]; readonly unmerged: readonly string[] };
  /** Bytes of each blob; null for one that is not in this clone. One process for any number. */
  blobSizes(ids: readonly string[]): ReadonlyMap<string, number | null>;
  readBlobs(ids: readonly string[]): ReadonlyMap<string, Buffer | null>;
  readonly history: GitHistory;
  /**
   * The files below the root as a commit holds them.
   * @throws UsageError `git/unknown-ref`
   */
  filesAt(ref: string): CommitFiles;
  /** Where this work tree's hooks live, absolute; honours core.hooksPath. It may not exist. */
  hooksDirectory(): string;
  /** The root below the top of the work tree, forward slashes; empty where the root is the top. */
  rootBelowTop(): string;
}

/**
 * What git knows of the project at a root.
 * @returns null where the root lies in no work tree, or git is not installed
 * @throws UsageError `git/…` when there is a repository but git refuses it
 */
export function openGit(root: string, environment = process.env, cwd = process.cwd()): Git | null {
  const env = environmentFor(root, gitEnvironment(environment, cwd), cwd);
  const run = gitIn(root, env);
  const asked = ['rev-parse', '--is-inside-work-tree'];
  const answer = run(asked);
  if (answer.kind === 'not-installed') return null;
  if (answer.kind === 'failed') {
    if (/not a git repository/.test(answer.stderr)) return null;
    throw gitFailed(asked, answer.stderr);
  }
  if (answer.stdout.toString().trim() !== 'true') return null;
  return gitAt(root, run, env);
}

/**
 * In a hook, GIT_DIR stands alone and means the work tree that the hook was started in; wherever else it goes (into the
 * folder of a package, say) git would take that folder for the top. So the top is asked for once and named. Variables of
 * a repository that does not hold the root (left over from an outer hook, say) are dropped.
 */
function environmentFor(root: string, env: Record<string, string>, cwd: string): Record<string, string> {
  if (env.GIT_DIR === undefined) return env;
  const found = Object.fromEntries(Object.entries(env).filter(([name]) => !OF_ONE_REPOSITORY.test(name)));
  const top = topAround(root, env, found) ?? topIn(cwd, env);
  return top !== null && isWithin(realpathSync(root), top) ? { ...env, GIT_WORK_TREE: top } : found;
}

const OF_ONE_REPOSITORY = /^GIT_(DIR|WORK_TREE|INDEX_FILE|COMMON_DIR|OBJECT_DIRECTORY|ALTERNATE_)/;

/** The top of the repository around a root, if it is the one that is named. */
function topAround(root: string, named: Record<string, string>, found: Record<string, string>): string | null {
  if (named.GIT_WORK_TREE !== undefined) return null;
  try {
    return gitFolderAbove(realpathSync(root))?.folder === realpathSync(named.GIT_DIR ?? '') ? topIn(root, found) : null;
  } catch {
    // A folder that is not there is not this one.
    return null;
  }
}

function topIn(folder: string, env: Record<string, string>): string | null {
  const answer = gitIn(folder, env)(['rev-parse', '--show-toplevel']);
  return answer.kind === 'ok' ? answer.stdout.toString().replace(/\r?\n$/, '') : null;
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`));
}

function gitAt(root: string, run: RunGit, env: Record<string, string>): Git {
  const read = (args: readonly string[], input?: string): Buffer => succeeded(args, run(args, input)).stdout;
  /** Before the first commit everything is compared with the empty tree, whatever hash the repository uses. */
  let base: string | null = null;
  const lastCommit = (): string => {
    base ??=
      run(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']).kind === 'ok'
        ? 'HEAD'
        : read(['hash-object', '-t', 'tree', '--stdin'], '').toString().trim();
    return base;
  };

  const rootBelowTop = (): string =>
    read(['rev-parse', '--show-prefix'])
      .toString()
      .replace(/\/?\r?\n$/, '');

  return {
    listFiles: (only = []) => listFiles(run, only, rootBelowTop),
    trackedApart: () => trackedApart(splitNul(read(['ls-files', '-z', '-t', '--stage']))),
    ignoredPaths: () =>
      splitNul(read(['ls-files', '-z', '--others', '--ignored', '--exclude-standard', '--directory'])),
    ignoredBy: (path) => gitIgnoredBy(run, path),
    head() {
      const answer = run(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']);
      return answer.kind === 'ok' ? answer.stdout.toString().trim() : null;
    },
    stagedChanges: () => stagedChanges(read(askStaged(lastCommit()))),
    changedSince(commit) {
      const inert = withoutFilters(root, env, run);
      return workTreeChanges((args) => succeeded(args, inert(args)).stdout, root, commit ?? lastCommit());
    },
    mergeBase: (ref) => mergeBase(run, ref),
    indexFiles: () => indexFiles(splitNul(read(['ls-files', '-z', '--stage']))),
    blobSizes: (ids) => readBlobSizes(read, ids),
    readBlobs: (ids) => readBlobs(read, ids),
    history: gitHistory(run),
    filesAt: (ref) => commitFiles(run, ref),
    hooksDirectory() {
      const answer = read(['rev-parse', '--git-path', 'hooks']).toString();
      return resolve(root, answer.replace(/\r?\n$/, ''));
    },
    rootBelowTop,
  };
}

function listFiles(run: RunGit, only: readonly string[], rootBelowTop: () => string): ListedFiles {
  const asked = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--'];
  const args = [...asked, ...only.map((path) => `:(literal)${path}`)];
  const { stdout, stderr } = succeeded(args, run(args));
  // A conflict lists a path once a side; a folder with a repository of its own ends in a slash and is not ours.
  const listed = [...new Set(splitNul(stdout))];
  const paths = listed.filter((path) => !path.endsWith('/'));
  const repositories = listed.filter((path) => path.endsWith('/')).map((path) => path.slice(0, -1));
  return { paths, repositories, unlisted: stderr === '' ? [] : unlistedIn(stderr, withSlash(rootBelowTop())) };
}

/** @param lines of the index, each behind a tag that says how its file stands */
function trackedApart(lines: readonly string[]): TrackedApart {
  const paths = (kind: RegExp): readonly string[] =>
    lines.filter((line) => kind.test(line)).map((line) => toIndexEntry(line.slice(2)).path);
  return { noFiles: paths(/^. (?!100)/), skipped: paths(/^S 100/) };
}

/** @param lines of the index; of a path in conflict it has several */
function indexFiles(lines: readonly string[]): ReturnType<Git['indexFiles']> {
  const entries = lines.map(toIndexEntry);
  return {
    entries: entries.filter(({ stage }) => stage === 0).map(({ path, blob, mode }) => ({ path, blob, mode })),
    unmerged: [...new Set(entries.filter(({ stage }) => stage !== 0).map(({ path }) => path))],
  };
}

function withSlash(folder: string): string {
  return folder === '' ? '' : `${folder}/`;
}
