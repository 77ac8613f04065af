// Reads git's index file itself, where it is plain: asking git takes a process. What is out of the ordinary is left
// to git.
import { readFileSync, statSync } from 'node:fs';
import type { IndexEntry, TrackedApart } from './git.js';

/** What the index holds, in its order: by the bytes of paths, a conflict once for each side. */
export interface GitIndex {
  /** Relative to the top, forward slashes. */
  readonly paths: readonly string[];
  /** 0, or a side of a conflict. */
  stageOf(place: number): number;
  /** @param below how much of the path is left out */
  entryOf(place: number, below: number): IndexEntry;
}

const HEADER_BYTES = 12;
/** Times, ids and size of a file come before its blob; two bytes of flags after it. */
export const BLOB_AT = 40;
export const MODE_AT = 24;
const FLAG_BYTES = 2;
export const EXTENDED = 0x4000;
/** In the first byte of the further flags of an extended entry. */
const SKIP_WORKTREE = 0x40;
/** A path of this length or more is not told its length. */
const LONG_NAME = 0xfff;
const FOLDER_MODE = 0o040000;
const FILE_KIND = 0o100000;
const MAX_INDEX_BYTES = 1024 * 1024 * 1024;
const DIRECTORY_CACHE = 0x44495243;

/** The bytes of an index, and how long ids are in it. */
export interface IndexBytes {
  readonly bytes: Buffer;
  readonly idBytes: 20 | 32;
}

/** @returns null where there is none that can be read: git says what is wrong with it, if anything is */
export function readIndexBytes(file: string, idBytes: 20 | 32): IndexBytes | null {
  try {
    return statSync(file).size > MAX_INDEX_BYTES ? null : { bytes: readFileSync(file), idBytes };
  } catch {
    return null;
  }
}

/** @returns null for what is not understood to the last byte: git has to be asked */
export function parseGitIndex(index: IndexBytes): GitIndex | null {
  const { bytes, idBytes } = index;
  const paths: string[] = [];
  const starts: number[] = [];
  const isWhole = walkEntries(index, (start, from, to, spelt) => {
    starts.push(start);
    paths.push(spelt === null ? bytes.toString('utf8', from, to) : spelt.toString('utf8'));
  });
  if (!isWhole) return null;
  const flagsAt = BLOB_AT + idBytes;
  return {
    paths,
    stageOf: (place) => ((bytes[(starts[place] ?? 0) + flagsAt] ?? 0) >> 4) & 3,
    entryOf: (place, below) => entryAt(index, starts[place] ?? 0, (paths[place] ?? '').slice(below)),
  };
}

/**
 * The files below some folders, without a look at the names of all others.
 * @returns null as `parseGitIndex`, and while a conflict is open
 */
export function entriesBelow(index: IndexBytes, folders: readonly string[]): readonly IndexEntry[] | null {
  const { bytes, idBytes } = index;
  const starts = folders.map((folder) => Buffer.from(`${folder}/`));
  const firsts = new Set(starts.map((start) => start[0]));
  const found: IndexEntry[] = [];
  let isMerged = true;
  const isWhole = walkEntries(index, (start, from, to, spelt) => {
    if (((bytes[start + BLOB_AT + idBytes] ?? 0) & 0x30) !== 0) isMerged = false;
    if (!firsts.has(spelt === null ? bytes[from] : spelt[0])) return;
    const name = spelt ?? bytes.subarray(from, to);
    if (starts.some((each) => name.subarray(0, each.length).equals(each))) {
      found.push(entryAt(index, start, name.toString('utf8')));
    }
  });
  return isWhole && isMerged ? found : null;
}

/** What is tracked and is not, or need not be, a file on disk; what is not understood holds none that could be told. */
export function trackedApart(index: IndexBytes): TrackedApart {
  const { bytes, idBytes } = index;
  const flagsAt = BLOB_AT + idBytes;
  const noFiles: string[] = [];
  const skipped: string[] = [];
  walkEntries(index, (start, from, to, spelt) => {
    const isFile = (((bytes[start + MODE_AT + 2] ?? 0) << 8) & 0o170000) === FILE_KIND;
    const isExtended = (((bytes[start + flagsAt] ?? 0) << 8) & EXTENDED) !== 0;
    const isSkipped = isExtended && ((bytes[start + flagsAt + FLAG_BYTES] ?? 0) & SKIP_WORKTREE) !== 0;
    if (isFile && !isSkipped) return;
    (isFile ? skipped : noFiles).push(spelt?.toString() ?? bytes.toString('utf8', from, to));
  });
  return { noFiles, skipped };
}

/** Told where an entry starts, and its name: in the index from one place to another, or spelt out where it is not. */
export type Visit = (start: number, from: number, to: number, spelt: Buffer | null) => void;

/** @returns whether all of it was understood */
export function walkEntries({ bytes, idBytes }: IndexBytes, visit: Visit): boolean {
  if (bytes.length < HEADER_BYTES + idBytes || bytes.readUInt32BE(0) !== DIRECTORY_CACHE) return false;
  const version = bytes.readUInt32BE(4);
  if (version !== 2 && version !== 3 && version !== 4) return false;
  const end = bytes.length - idBytes;
  const count = bytes.readUInt32BE(8);
  const flagsAt = BLOB_AT + idBytes;
  let at = HEADER_BYTES;
  /** What version 4 spells paths by: the one before. */
  let before = EMPTY;
  for (let place = 0; place < count; place++) {
    let from = at + flagsAt + FLAG_BYTES;
    if (from >= end) return false;
    // A folder stands for all in it, which is spelt out nowhere.
    if ((((bytes[at + MODE_AT + 2] ?? 0) << 8) & 0o170000) === FOLDER_MODE) return false;
    const high = bytes[at + flagsAt] ?? 0;
    if (((high << 8) & EXTENDED) !== 0) {
      if (version === 2) return false;
      from += FLAG_BYTES;
    }
    if (version === 4) {
      const { value: cut, next } = readOffset(bytes, from);
      const to = bytes.indexOf(0, next);
      if (to === -1 || to >= end || cut > before.length) return false;
      before = Buffer.concat([before.subarray(0, before.length - cut), bytes.subarray(next, to)]);
      visit(at, next, to, before);
      at = to + 1;
    } else {
      const told = ((high & 0x0f) << 8) | (bytes[at + flagsAt + 1] ?? 0);
      const to = told < LONG_NAME ? from + told : bytes.indexOf(0, from);
      if (to < from || to >= end || bytes[to] !== 0) return false;
      visit(at, from, to, null);
      at += (to - at + 8) & ~7;
    }
  }
  return isPlain(bytes, at, end);
}

function entryAt({ bytes, idBytes }: IndexBytes, start: number, path: string): IndexEntry {
  return {
    path,
    mode: modeText(bytes.readUInt32BE(start + MODE_AT)),
    blob: bytes.toString('hex', start + BLOB_AT, start + BLOB_AT + idBytes),
  };
}

const PLAIN_FILE = 0o100644;

function modeText(mode: number): string {
  return mode === PLAIN_FILE ? '100644' : mode.toString(8).padStart(6, '0');
}

const EMPTY: Buffer = Buffer.alloc(0);

/** A number in groups of seven bits, the highest first; each further byte adds one more than it says. */
function readOffset(bytes: Buffer, from: number): { readonly value: number; readonly next: number } {
  let next = from;
  let byte = bytes[next++] ?? 0;
  let value = byte & 0x7f;
  while ((byte & 0x80) !== 0) {
    byte = bytes[next++] ?? 0;
    value = (value + 1) * 128 + (byte & 0x7f);
  }
  return { value, next };
}

/** Whether nothing follows the entries but extensions that change none of them: git marks those by a capital letter. */
function isPlain(bytes: Buffer, from: number, end: number): boolean {
  let at = from;
  while (at + 8 <= end) {
    const first = bytes[at] ?? 0;
    if (first < 0x41 || first > 0x5a) return false;
    at += 8 + bytes.readUInt32BE(at + 4);
  }
  return at === end;
}
