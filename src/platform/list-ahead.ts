import { parseGitIndex, readIndexBytes } from './git-index.js';
import { splitNul, unlistedIn } from './git-output.js';
import { findRepository } from './git-repository.js';
import { environmentOf, stampOf } from './index-ahead.js';
import { runGitAhead } from './run-git-ahead.js';

/** The files of a work tree. */
export interface Listing {
  /** Root-relative, forward slashes; each once. */
  readonly paths: readonly string[];
  /** Folders that could not be looked into. */
  readonly unlisted: readonly string[];
}

/** What an entry of git's index mostly takes: 62 bytes, and a path. */
const BYTES_A_FILE = 120;

/**
 * What `Git.listFiles` lists, in an ordinary repository: tracked files are read from the index while git looks for
 * others, and the caller may do something else meanwhile.
 * @param expect told about how many files are tracked, before their names are read
 * @returns null where git has to be asked for everything
 */
export async function listAhead(
  root: string,
  environment = process.env,
  cwd = process.cwd(),
  expect: (files: number) => void = () => undefined,
): Promise<Listing | null> {
  const repository = findRepository(root, environment, cwd);
  if (repository === null) return null;
  const { indexFile, idBytes, prefix } = repository;
  const before = stampOf(indexFile);
  const env = environmentOf(repository, environment, cwd);
  const looking = runGitAhead(root, env, ['ls-files', '-z', '--others', '--exclude-standard']);
  const bytes = readIndexBytes(indexFile, idBytes);
  if (bytes !== null) expect(Math.round(bytes.bytes.length / BYTES_A_FILE));
  const index = bytes && parseGitIndex(bytes);
  const answer = await looking;
  // What was staged meanwhile could be missing from both.
  if (index === null || answer.kind !== 'ok' || stampOf(indexFile) !== before) return null;
  const tracked = prefix === '' ? index.paths : below(index.paths, prefix);
  const others = splitNul(answer.stdout).filter((path) => !path.endsWith('/'));
  return { paths: [...new Set([...others, ...tracked])], unlisted: unlistedIn(answer.stderr) };
}

function below(paths: readonly string[], prefix: string): readonly string[] {
  return paths.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
}
