import { lstatSync } from 'node:fs';
import { join } from 'node:path';

/** For each path what changes when the file does, without reading it; null where there is none. */
export type FileStamps = ReadonlyMap<string, string | null>;

/** @param paths relative to the folder */
export function stampsOf(folder: string, paths: readonly string[]): FileStamps {
  return new Map(
    paths.map((path): [string, string | null] => {
      const stat = lstatSync(join(folder, path), { throwIfNoEntry: false, bigint: true });
      return [path, stat ? [stat.mode, stat.size, stat.mtimeNs, stat.ctimeNs, stat.ino].join(' ') : null];
    }),
  );
}

/** Paths whose stamps differ, or that only one of the two has; sorted. */
export function changedStamps(before: FileStamps, after: FileStamps): readonly string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => (before.get(path) ?? null) !== (after.get(path) ?? null)).sort();
}
