import { statSync } from 'node:fs';
import { isLossy } from '../../model/lossy-path.js';
import { type IndexBytes, parseGitIndex, readIndexBytes, trackedApart } from './git-index.js';
import { splitNul, unlistedIn } from './git-output.js';
import { findRepository } from './git-repository.js';
import { environmentOf, stampOf } from './index-ahead.js';
import { racyFiles } from './index-changes.js';
import { runGitAhead } from './run-git-ahead.js';

/** The files of a work tree. */
export interface Listing {
  /** Root-relative, forward slashes; each once. */
  readonly paths: readonly string[];
  /** Folders that could not be looked into. */
  readonly unlisted: readonly string[];
}

/** The files of an ordinary repository's work tree, before their names are read. */
export interface ListedAhead {
  /** All of them; null where git has to be asked for them. */
  whole(): Listing | null;
  /** Git's index, as it was when the files were listed; null once it was written anew. */
  index(): IndexBytes | null;
  /** When the index was written. Seconds since 1970. */
  readonly indexedAt: number;
  /** The root below the top, with a slash at its end; empty where the root is the top. */
  readonly prefix: string;
  /** Tells this folder from another in its place. */
  readonly rootId: string;
  /** Root-relative, as below: files that are not tracked. */
  readonly others: readonly string[];
  /** Tracked files that may differ from what the index says of them; null where git was not asked. */
  readonly touched: readonly string[] | null;
  readonly unlisted: readonly string[];
  /** Tracked links and submodules, and folders with a repository of their own. */
  readonly noFiles: readonly string[];
  /** Tracked files that a sparse checkout leaves out. */
  readonly skipped: readonly string[];
}

export interface AheadOptions {
  /** Told about how many files are tracked, before their names are read. */
  readonly expect?: ((files: number) => void) | undefined;
  /** Whether to ask git which files were touched. Then names are likely not to be needed. */
  readonly asksTouched?: boolean | undefined;
}

/** What an entry of git's index mostly takes: 62 bytes, and a path. */
const BYTES_A_FILE = 120;

/** Settings by which git would look at less of what the system says of a file. */
const LOOK_AT_ALL = ['-c', 'core.trustctime=true', '-c', 'core.checkStat=default', '-c', 'core.preloadIndex=false'];
const ASK_TOUCHED = [...LOOK_AT_ALL, 'diff-files', '-z', '--name-only', '--relative', '--ignore-submodules=all'];

/** So many files are named to git one by one. */
export const MOST_RACY = 64;

/**
 * How to ask git which files it would notice a change of, without its looking into any of them.
 * @param racy the files it would look into
 * @returns null where it cannot be asked
 */
function askTouched(racy: readonly string[] | null): readonly string[] | null {
  if (racy === null || racy.length > MOST_RACY || racy.some(isLossy)) return null;
  return [...ASK_TOUCHED, '--', '.', ...racy.map((path) => `:(top,literal,exclude)${path}`)];
}

/**
 * What `Git.listFiles` lists, in an ordinary repository: tracked files are read from the index while git looks for
 * others, and the caller may do something else meanwhile.
 * @returns null where git has to be asked for everything
 */
export async function listAhead(
  root: string,
  environment = process.env,
  cwd = process.cwd(),
  { expect, asksTouched = false }: AheadOptions = {},
): Promise<ListedAhead | null> {
  const repository = findRepository(root, environment, cwd);
  if (repository === null) return null;
  const { indexFile, idBytes, prefix } = repository;
  const before = stampOf(indexFile);
  const env = environmentOf(repository, environment, cwd);
  const looking = runGitAhead(root, env, ['ls-files', '-z', '--others', '--exclude-standard']);
  const index = readIndexBytes(indexFile, idBytes);
  // In milliseconds it would be rounded, and be a second too late at times.
  const writtenNs = statSync(indexFile, { bigint: true, throwIfNoEntry: false })?.mtimeNs ?? 0n;
  const indexedAt = Number(writtenNs / 1_000_000_000n);
  const racy = index && asksTouched ? racyFiles(index, indexedAt) : null;
  const asking = askTouched(racy);
  const comparing = asking && runGitAhead(root, env, asking);
  if (index !== null) expect?.(Math.round(index.bytes.length / BYTES_A_FILE));
  const names = index && !asksTouched ? pathsIn(index) : undefined;
  const answer = await looking;
  const compared = await comparing;
  // What was staged meanwhile could be missing from both.
  if (index === null || names === null || answer.kind !== 'ok' || stampOf(indexFile) !== before) return null;
  // Of a large tree it is many megabytes, which mostly nobody asks for.
  const held = asksTouched ? index : null;
  const { dev, ino } = statSync(root);
  const apart = trackedApart(index);
  const untracked = splitNul(answer.stdout);
  const others = untracked.filter((path) => !path.endsWith('/'));
  const repositories = untracked.filter((path) => path.endsWith('/')).map((path) => path.slice(0, -1));
  const unlisted = unlistedIn(answer.stderr, prefix);
  return {
    whole() {
      const paths = names ?? (held && pathsIn(held));
      if (paths === null) return null;
      const tracked = prefix === '' ? paths : below(paths, prefix);
      return { paths: [...new Set([...others, ...tracked])], unlisted };
    },
    index() {
      if (held !== null) return held;
      const again = readIndexBytes(indexFile, idBytes);
      return stampOf(indexFile) === before ? again : null;
    },
    indexedAt,
    rootId: `${dev}-${ino}`,
    prefix,
    others,
    noFiles: [...below(apart.noFiles, prefix), ...repositories],
    skipped: below(apart.skipped, prefix),
    // What it could not look at it only complains of.
    touched:
      racy !== null && compared?.kind === 'ok' && compared.stderr === ''
        ? [...below(racy, prefix), ...splitNul(compared.stdout)]
        : null,
    unlisted,
  };
}

function pathsIn(index: IndexBytes): readonly string[] | null {
  return parseGitIndex(index)?.paths ?? null;
}

/** Those in a folder, relative to it. */
export function below(paths: readonly string[], prefix: string): readonly string[] {
  return paths.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
}
