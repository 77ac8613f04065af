// What git's index says of files on disk: not only their names, but also what they were like when git last looked.
import { BLOB_AT, EXTENDED, type IndexBytes, MODE_AT, walkEntries } from './git-index.js';

/** Paths relative to the top, rising by their bytes. */
export interface IndexChanges {
  /** In both, and not alike in every respect. */
  readonly changed: readonly string[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

const NO_CHANGES: IndexChanges = { changed: [], added: [], removed: [] };

/** @returns null where one of the two is not understood */
export function indexChanges(before: IndexBytes, after: IndexBytes): IndexChanges | null {
  if (before.bytes.equals(after.bytes)) return NO_CHANGES;
  const old = entriesOf(before);
  const now = entriesOf(after);
  if (old === null || now === null) return null;
  const changed: string[] = [];
  const added: string[] = [];
  const removed: string[] = [];
  let place = 0;
  for (const entry of now) {
    for (; place < old.length; place++) {
      const gone = old[place] as Entry;
      if (gone.path.compare(entry.path) >= 0) break;
      removed.push(gone.path.toString());
    }
    const same = old[place];
    if (same === undefined || !same.path.equals(entry.path)) added.push(entry.path.toString());
    else {
      place++;
      if (!same.head.equals(entry.head)) changed.push(entry.path.toString());
    }
  }
  for (const gone of old.slice(place)) removed.push(gone.path.toString());
  return { changed, added, removed };
}

interface Entry {
  /** Everything but the path. */
  readonly head: Buffer;
  readonly path: Buffer;
}

/** Null while a conflict is open, too: then a path comes more than once. */
function entriesOf(index: IndexBytes): readonly Entry[] | null {
  const { bytes } = index;
  const entries: Entry[] = [];
  let isMerged = true;
  const isWhole = walkEntries(index, (start, from, to, spelt) => {
    if (stageAt(index, start) !== 0) isMerged = false;
    entries.push({ head: bytes.subarray(start, from), path: spelt ?? bytes.subarray(from, to) });
  });
  return isWhole && isMerged ? entries : null;
}

/** What the system said of a file when git last looked. Times are whole seconds since 1970. */
export interface FileThen {
  /** When it changed last, in content or in anything else. */
  readonly changedAt: number;
  /** When its content changed. */
  readonly writtenAt: number;
  readonly size: number;
}

/**
 * @param visit told of each path, relative to the top, and of what git watches on disk what it was like
 * @returns false where `indexChanges` gives null: then nothing that was told is to be relied on
 */
export function visitTracked(index: IndexBytes, visit: (path: string, file: FileThen | null) => void): boolean {
  const { bytes, idBytes } = index;
  let isMerged = true;
  const isWhole = walkEntries(index, (start, from, to, spelt) => {
    if (stageAt(index, start) !== 0) isMerged = false;
    const flagsAt = start + BLOB_AT + idBytes;
    const flags = bytes.readUInt16BE(flagsAt);
    const more = (flags & EXTENDED) === 0 ? 0 : bytes.readUInt16BE(flagsAt + 2);
    const isFile = (bytes.readUInt32BE(start + MODE_AT) & 0o170000) === 0o100000;
    const isWatched = isFile && (flags & ASSUMED_UNCHANGED) === 0 && (more & NOT_CHECKED_OUT) === 0;
    const file = {
      changedAt: bytes.readUInt32BE(start),
      writtenAt: bytes.readUInt32BE(start + MTIME_AT),
      size: bytes.readUInt32BE(start + SIZE_AT),
    };
    visit(spelt?.toString() ?? bytes.toString('utf8', from, to), isWatched ? file : null);
  });
  return isWhole && isMerged;
}

const MTIME_AT = 8;
const SIZE_AT = 36;
const ASSUMED_UNCHANGED = 0x8000;
const NOT_CHECKED_OUT = 0x4000;

/**
 * Files that may have changed after the index was written, unnoticed by what the system says of them: git looks into
 * those, through whatever filters are set up.
 * @param indexedAt when the index was written; seconds since 1970
 * @returns null for what is not understood
 */
export function racyFiles(index: IndexBytes, indexedAt: number): readonly string[] | null {
  const { bytes } = index;
  const racy: string[] = [];
  const isWhole = walkEntries(index, (start, from, to, spelt) => {
    if (bytes.readUInt32BE(start + MTIME_AT) < indexedAt) return;
    racy.push(spelt?.toString() ?? bytes.toString('utf8', from, to));
  });
  return isWhole ? racy : null;
}

function stageAt({ bytes, idBytes }: IndexBytes, start: number): number {
  return ((bytes[start + BLOB_AT + idBytes] ?? 0) >> 4) & 3;
}
