// What was seen of files when they were last looked at: which of the patterns that were asked of them match in them.
// Kept under `.specflow/cache/` by what tells a changed file from an unchanged one. Only ever a saving: whatever is
// doubtful about it counts as nothing cached, and every violation is found anew.
import type { FileStamp } from '../platform/source-tree.js';
import { isSettled } from './is-settled.js';
import { keepSealed, readSealed } from './sealed-cache.js';

export interface SightCache {
  /** What was seen of a file, unless it changed since or something else was asked. Asked in rising order of paths. */
  recall(path: string, asked: string, stamp: FileStamp): readonly number[] | null;
  /**
   * Keeps what is known now.
   * @param looked at, in this run
   * @param seen of them
   */
  keep(looked: readonly string[], seen: readonly SeenFile[]): void;
}

export interface SeenFile {
  readonly path: string;
  /** Names the patterns that were asked of it, and their order. */
  readonly asked: string;
  readonly stamp: FileStamp;
  /** Which of them match, by their place in that order. */
  readonly sight: readonly number[];
}

const NAME = 'sights.txt';
const MAX_BYTES = 128 * 1024 * 1024;

/**
 * @param key changes with everything but the files and what is asked of them that decides what is seen
 * @param now milliseconds since 1970, before the first file is looked at
 * @param listed all files there are: what is known of any other is forgotten
 */
export function openSightCache(root: string, key: string, now: number, listed: readonly string[]): SightCache {
  const lines = readSealed(root, NAME, MAX_BYTES, key)?.split('\n') ?? [];
  let next = 0;

  return {
    recall(path, asked, stamp) {
      while (next < lines.length && pathOf(lines[next] ?? '') < path) next++;
      const line = lines[next] ?? '';
      const known = knownPart({ path, asked, stamp });
      return line.startsWith(known) ? readSight(line.slice(known.length)) : null;
    },
    keep(looked, seen) {
      const settled = seen.filter(({ path, stamp }) => isSettled(stamp, now) && !/[\n\t]/.test(path));
      const others = unlooked(lines, looked, listed);
      const all = [...settled.map((file) => `${knownPart(file)}${file.sight.join(' ')}`), ...others];
      const made = (others.length === 0 ? all : all.sort(byPath)).join('\n');
      if (made === lines.join('\n')) return;
      keepSealed(root, NAME, key, made);
    },
  };
}

/** What was known before of files that nobody looked at this time. */
function unlooked(lines: readonly string[], looked: readonly string[], listed: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const fresh = new Set(looked);
  const present = new Set(listed);
  return lines.filter((line) => !fresh.has(pathOf(line)) && present.has(pathOf(line)));
}

function byPath(a: string, b: string): number {
  return pathOf(a) < pathOf(b) ? -1 : 1;
}

function knownPart({ path, asked, stamp }: Omit<SeenFile, 'sight'>): string {
  return `${path}\t${asked}\t${stamp.text}\t`;
}

function readSight(written: string): readonly number[] {
  return written === '' ? [] : written.split(' ').map(Number);
}

function pathOf(line: string): string {
  return line.slice(0, line.indexOf('\t'));
}
