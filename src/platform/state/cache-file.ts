// Files under `.specflow/cache/`: copies of what can be worked out anew, so whatever goes wrong with them costs time only.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeCopy } from '../files/write-file.js';
import { readOwnBytes, readOwnText } from './read-own-text.js';

export const CACHE_FOLDER = '.specflow/cache';

/** Empty where there is none, it cannot be read, or it is larger than so many bytes. */
export function readCacheFile(root: string, name: string, maxBytes: number): string {
  return readOwnText(root, CACHE_FOLDER, name, maxBytes) ?? '';
}

/** The same as bytes; null where there is none. */
export function readCacheBytes(root: string, name: string, maxBytes: number): Buffer | null {
  return readOwnBytes(root, CACHE_FOLDER, name, maxBytes);
}

export function hasCacheFile(root: string, name: string): boolean {
  return existsSync(join(root, CACHE_FOLDER, name));
}

export function writeCacheFile(root: string, name: string, content: string | Buffer): void {
  // Nobody's project should have to ignore it by hand. A folder that cannot be written only costs time.
  const ignore = `${CACHE_FOLDER}/.gitignore`;
  if (!existsSync(join(root, ignore))) writeCopy(root, ignore, '*\n');
  writeCopy(root, `${CACHE_FOLDER}/${name}`, content);
}
