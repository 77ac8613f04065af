// Which of the files git tracks nothing is said of, as of git's index of that run: as long as git says that they are as
// they were, they need not even be named. Kept under `.specflow/cache/`; only ever a saving: whatever is doubtful about
// it counts as nothing kept.
import { checksum } from '../../model/checksum.js';
import { hasCacheFile, readCacheBytes, writeCacheFile } from '../../platform/state/cache-file.js';
import { type KeptMatchSets, parseMatchSets, printMatchSets } from './match-set-bytes.js';
import { keepSealed, readSealed } from './sealed-cache.js';

export interface SilentFiles {
  /** Git's index, as it was. All files in it are silent, but for those `asked`. */
  readonly index: Buffer;
  /** Paths as the root has them. */
  readonly asked: readonly string[];
  /** How many of the silent ones rules look at. */
  readonly files: number;
  /** How many of the silent ones lie in a scope, by its globs, joined by `\0`. */
  readonly selected: ReadonlyMap<string, number>;
  /** What was seen of files that are not silent. */
  readonly matchSets: KeptMatchSets;
}

/** Beside the match sets, which a run falls back on. */
const NAME = 'match-sets-silent.bin';
/** As git wrote it. */
const INDEX_NAME = 'match-sets-index.bin';
const MAX_BYTES = 256 * 1024 * 1024;

/** Whether an earlier run kept anything, be it still good or not. */
export function hasSilentFiles(root: string): boolean {
  return hasCacheFile(root, NAME);
}

/** @param key changes with everything but the files that decides what is said of them */
export function readSilentFiles(root: string, key: string): SilentFiles | null {
  const bytes = readSealed(root, NAME, MAX_BYTES, key);
  const headEnd = bytes?.indexOf('\n') ?? 0;
  const written: unknown = bytes && JSON.parse(bytes.toString('utf8', 0, headEnd));
  const index = isHead(written) ? readCacheBytes(root, INDEX_NAME, MAX_BYTES) : null;
  if (bytes === null || !isHead(written) || index === null || checksum(index) !== written.index) return null;
  const { asked, files, selected } = written;
  return { index, asked, files, selected: new Map(selected), matchSets: parseMatchSets(bytes.subarray(headEnd + 1)) };
}

export function keepSilentFiles(root: string, key: string, kept: SilentFiles): void {
  const { index, asked, files, selected, matchSets } = kept;
  const head: Head = { index: checksum(index), asked, files, selected: [...selected] };
  // Apart, since of a large tree it is many megabytes, which need not be put together with anything.
  writeCacheFile(root, INDEX_NAME, index);
  keepSealed(root, NAME, key, [`${JSON.stringify(head)}\n`, ...printMatchSets(matchSets)]);
}

/** The next run goes through all files, and may keep this anew. */
export function forgetSilentFiles(root: string): void {
  writeCacheFile(root, NAME, '');
}

interface Head {
  /** Its checksum. */
  readonly index: string;
  readonly asked: readonly string[];
  readonly files: number;
  readonly selected: readonly (readonly [string, number])[];
}

/** The seal says that we wrote it. */
function isHead(value: unknown): value is Head {
  return typeof value === 'object' && value !== null && 'index' in value && 'asked' in value;
}
