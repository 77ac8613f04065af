import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { errorCode } from '../error-code.js';
import { decodeSource } from './decode-source.js';
import { READ_FLAGS } from './read-flags.js';
import type { BytesRead, FileRead, SkipReason } from './source-tree.js';

/** Enough to tell most binaries from text. */
const HEAD_BYTES = 8 * 1024;

/** One buffer for all reads: it grows to the largest file and is never handed out. */
let buffer = Buffer.allocUnsafe(64 * 1024);

/**
 * A source file as text, or why it is none. Follows no link at its end, waits for nothing, and reads
 * at most `maxBytes`, whatever size the file claims.
 */
export function readSource(path: string, maxBytes: number): FileRead {
  const read = readSourceBytes(path, maxBytes);
  return read.kind === 'bytes' ? decodeSource(read.bytes) : read;
}

/**
 * The same before anything is decoded. The bytes are good until the next read.
 * @param isStamped whether `stamp` is wanted: asking the system for it takes as long as reading a small file
 */
export function readSourceBytes(path: string, maxBytes: number, isStamped = false): BytesRead {
  let descriptor: number;
  try {
    descriptor = openSync(path, READ_FLAGS);
  } catch (error) {
    return whyNotOpened(error);
  }
  try {
    return (isStamped ? null : readSmall(descriptor, maxBytes)) ?? readStamped(descriptor, maxBytes);
  } catch (error) {
    return skipped('unreadable', `the system said ${errorCode(error) ?? String(error)}`);
  } finally {
    closeSync(descriptor);
  }
}

/** Null where there is nothing, no end in sight, or an error: what it is has to be asked. Leaves the place to read from as it was. */
function readSmall(descriptor: number, maxBytes: number): BytesRead | null {
  const limit = Math.min(buffer.length, maxBytes + 1);
  try {
    const length = readSync(descriptor, buffer, 0, limit, 0);
    // Only a read that gives nothing tells of the end: some file systems give less than is there.
    const isWhole = length > 0 && length < limit && readSync(descriptor, buffer, length, 1, length) === 0;
    return isWhole ? { kind: 'bytes', bytes: buffer.subarray(0, length), stamp: null } : null;
  } catch {
    return null;
  }
}

function readStamped(descriptor: number, maxBytes: number): BytesRead {
  const stat = fstatSync(descriptor);
  if (!stat.isFile()) return skipped('not-a-file', 'it is not a regular file');
  const isAllowed = stat.size <= maxBytes;
  let length = readUpTo(descriptor, 0, isAllowed ? Math.min(buffer.length, maxBytes + 1) : HEAD_BYTES, stat.size);
  const isWhole = length === stat.size && length <= maxBytes;
  if (isWhole || buffer.subarray(0, length).includes(0)) {
    return { kind: 'bytes', bytes: buffer.subarray(0, length), stamp: stat };
  }
  if (isAllowed) length = readUpTo(descriptor, length, maxBytes + 1, stat.size);
  if (!isAllowed || length > maxBytes) {
    return skipped('too-big', `it is larger than the limit of ${maxBytes} bytes`);
  }
  return { kind: 'bytes', bytes: buffer.subarray(0, length), stamp: stat };
}

/**
 * Fills the buffer from `offset` until the file ends, or `limit` or exactly `size` bytes are there, whichever is first;
 * the number of bytes present.
 */
function readUpTo(descriptor: number, offset: number, limit: number, size: number): number {
  let length = offset;
  while (length < limit) {
    // At once as large as it claims to be: what it outgrows would pile up until it is collected.
    if (length === buffer.length)
      buffer = Buffer.concat([buffer], Math.min(Math.max(buffer.length * 2, size + 1), limit));
    const count = readSync(descriptor, buffer, length, Math.min(buffer.length, limit) - length, null);
    if (count === 0) break;
    length += count;
    if (length === size) break;
  }
  return length;
}

function whyNotOpened(error: unknown): Exclude<FileRead, { kind: 'text' }> {
  switch (errorCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { kind: 'gone' };
    case 'ELOOP':
    case 'EMLINK':
      return skipped('not-a-file', 'it is a symbolic link');
    case 'ENXIO':
    case 'ENODEV':
      return skipped('not-a-file', 'it is not a regular file');
    case 'EACCES':
    case 'EPERM':
      return skipped('unreadable', 'permission was denied');
    default:
      return skipped('unreadable', `the system said ${errorCode(error) ?? String(error)}`);
  }
}

function skipped(reason: SkipReason, detail: string): Extract<FileRead, { kind: 'skipped' }> {
  return { kind: 'skipped', reason, detail };
}
