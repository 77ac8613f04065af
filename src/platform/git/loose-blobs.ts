import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';

/** Reads a blob; null where git has to be asked: it is packed, not there, or too large for this. */
export type ReadLoose = (id: string) => Buffer | null;

/** As stored, and as they come out. */
const MAX_STORED_BYTES = 1024 * 1024;
const MAX_BYTES = 8 * MAX_STORED_BYTES;

/**
 * What was just staged lies in a file of its own, and needs no process to be read. Each is read once: blobs do not
 * change.
 * @param objects absolute path of the repository's folder of objects
 */
export function looseBlobs(objects: string): ReadLoose {
  const known = new Map<string, Buffer | null>();
  return (id) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const blob = readLoose(join(objects, id.slice(0, 2), id.slice(2)));
    known.set(id, blob);
    return blob;
  };
}

function readLoose(file: string): Buffer | null {
  try {
    const stat = statSync(file, { throwIfNoEntry: false });
    if (stat === undefined || stat.size > MAX_STORED_BYTES) return null;
    const object = inflateSync(readFileSync(file), { maxOutputLength: MAX_BYTES });
    const end = object.indexOf(0);
    const size = /^blob (\d+)$/.exec(object.toString('latin1', 0, Math.max(0, end)))?.[1];
    const blob = object.subarray(end + 1);
    return size !== undefined && Number(size) === blob.length ? blob : null;
  } catch {
    // Damaged, or larger than it looks: git says so.
    return null;
  }
}
