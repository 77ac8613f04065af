import { usageError } from '../../model/problem.js';
import { decodeSource } from '../files/decode-source.js';
import type { FileRead, SourceTree } from '../files/source-tree.js';
import type { TreeOptions } from '../files/working-tree.js';
import { SHARED_NAME } from '../paths/lossy-names.js';
import { sorted } from '../sorted.js';
import type { Git, IndexEntry } from './git.js';

/** Blobs are read ahead up to this many bytes at a time: little at first, since a check may need no more. */
const FIRST_WINDOW_BYTES = 1024 * 1024;
const LARGEST_WINDOW_BYTES = 64 * FIRST_WINDOW_BYTES;

/** What an index tree is made of. */
export type IndexSource = Pick<Git, 'indexFiles' | 'stagedChanges' | 'blobSizes' | 'readBlobs'>;

export interface IndexTree extends SourceTree {
  /** The files that differ from HEAD, sorted. */
  readonly staged: readonly string[];
  /** Links among what differs from HEAD, sorted: they are not in the tree. */
  readonly stagedLinks: readonly string[];
  /** Paths of HEAD that are in the index no more, sorted. */
  readonly removed: readonly string[];
  /** Names the content of a file; null for one that is not in the index, or not under a name of its own. */
  blobOf(path: string): string | null;
  /** The same files, read under another limit. */
  within(options: TreeOptions): IndexTree;
}

/**
 * The files of the git index: what the next commit would hold, whatever the working tree says.
 * Links and submodules are not in it.
 * @throws UsageError `git/unmerged` while a conflict is open: there is no one content to judge
 */
export function openIndexTree(git: IndexSource, options: TreeOptions): IndexTree {
  const { entries, unmerged } = git.indexFiles();
  if (unmerged.length > 0) throw unmergedIndex(unmerged);
  const files = new Map<string, IndexEntry>();
  const shared = new Set<string>();
  for (const entry of entries.filter(isFile)) {
    if (files.has(entry.path)) shared.add(entry.path);
    files.set(entry.path, entry);
  }
  const paths = sorted([...files.keys()]);
  const changes = git.stagedChanges();
  const staged = sorted(changes.files.filter(isFile).map(({ path }) => path));
  const stagedLinks = sorted(changes.files.filter(isLink).map(({ path }) => path));
  const blobOf = (path: string): string | null => (shared.has(path) ? null : (files.get(path)?.blob ?? null));
  const within = (limits: TreeOptions): IndexTree => {
    const reader = new BlobReader(git, limits.maxFileBytes);
    return {
      staged,
      stagedLinks,
      removed: changes.removed,
      within,
      blobOf,
      list: () => paths,
      prefetch: (wanted) => reader.expect(wanted.flatMap((path) => blobOf(path) ?? [])),
      read(path) {
        if (shared.has(path)) return SHARED_NAME;
        const blob = blobOf(path);
        return blob === null ? { kind: 'gone' } : reader.read(blob);
      },
    };
  };
  return within(options);
}

/** Reads blobs in the order announced, a window at a time, so that many small files cost few processes. */
class BlobReader {
  readonly #git: IndexSource;
  readonly #maxBytes: number;
  readonly #sizes = new Map<string, number | null>();
  #expected: readonly string[] = [];
  /** How many of the expected blobs were in a window already. */
  #done = 0;
  #windowBytes = FIRST_WINDOW_BYTES;
  #window: ReadonlyMap<string, Buffer | null> = new Map();

  constructor(git: IndexSource, maxBytes: number) {
    this.#git = git;
    this.#maxBytes = maxBytes;
  }

  expect(ids: readonly string[]): void {
    this.#measure(ids);
    this.#expected = [...new Set(ids)].filter(
      (id) => (this.#sizes.get(id) ?? Number.POSITIVE_INFINITY) <= this.#maxBytes,
    );
    this.#done = 0;
  }

  read(id: string): FileRead {
    this.#measure([id]);
    const size = this.#sizes.get(id) ?? null;
    if (size === null) return MISSING;
    if (size > this.#maxBytes) {
      return { kind: 'skipped', reason: 'too-big', detail: `it is larger than the limit of ${this.#maxBytes} bytes` };
    }
    const bytes = this.#bytesOf(id);
    return bytes === null ? MISSING : decodeSource(bytes);
  }

  #bytesOf(id: string): Buffer | null {
    const at = this.#window.has(id) ? -1 : this.#expected.indexOf(id, this.#done);
    if (at !== -1) this.#window = this.#git.readBlobs(this.#takeWindow(at));
    // Not announced, or announced and long gone by: read alone, and the window stays.
    return (this.#window.has(id) ? this.#window : this.#git.readBlobs([id])).get(id) ?? null;
  }

  #measure(ids: readonly string[]): void {
    const unknown = ids.filter((id) => !this.#sizes.has(id));
    for (const [id, size] of this.#git.blobSizes(unknown)) this.#sizes.set(id, size);
  }

  /** The expected blobs from an index on, as many as fit and at least one. */
  #takeWindow(from: number): readonly string[] {
    let bytes = 0;
    let end = from;
    do bytes += this.#sizes.get(this.#expected[end++] ?? '') ?? 0;
    while (end < this.#expected.length && bytes < this.#windowBytes);
    this.#windowBytes = Math.min(this.#windowBytes * 4, LARGEST_WINDOW_BYTES);
    this.#done = end;
    return this.#expected.slice(from, end);
  }
}

const MISSING: FileRead = { kind: 'skipped', reason: 'unreadable', detail: 'its blob is not in this clone' };

function isFile(entry: { readonly mode: string }): boolean {
  return entry.mode.startsWith('100');
}

function isLink(entry: { readonly mode: string }): boolean {
  return entry.mode === '120000';
}

function unmergedIndex(paths: readonly string[]): Error {
  return usageError(
    'git/unmerged',
    `${paths[0]}${paths.length > 1 ? ` and ${paths.length - 1} more files are` : ' is'} still in conflict, so there is no staged content to judge.`,
    'Resolve the conflict and `git add` the file, then check again.',
  );
}
