import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../error-code.js';

/** For each path what changes when the file does, without reading it; null where there is none. */
export type FileStamps = ReadonlyMap<string, string | null>;

/** @param paths relative to the folder */
export function stampsOf(folder: string, paths: readonly string[]): FileStamps {
  return new Map(
    paths.map((path): [string, string | null] => {
      return [path, stampOf(join(folder, path))];
    }),
  );
}

function stampOf(file: string): string | null {
  try {
    const { mode, size, mtimeNs, ctimeNs, ino } = lstatSync(file, { bigint: true });
    return [mode, size, mtimeNs, ctimeNs, ino].join(' ');
  } catch (error) {
    // A folder on the way to it may have become a file.
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return null;
    throw error;
  }
}

/** Paths whose stamps differ, or that only one of the two has; sorted. */
export function changedStamps(before: FileStamps, after: FileStamps): readonly string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => (before.get(path) ?? null) !== (after.get(path) ?? null)).sort();
}
