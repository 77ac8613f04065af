import { checksum } from '../model/checksum.js';
import { readCacheFile, writeCacheFile } from '../platform/cache-file.js';

/** What was kept under a name for exactly this key; null where there is nothing of the kind, or it is damaged. */
export function readSealed(root: string, name: string, maxBytes: number, key: string): string | null {
  const text = readCacheFile(root, name, maxBytes);
  const end = text.indexOf('\n');
  const head = `${JSON.stringify(key)}\n`;
  const isWhole = text.startsWith(head, end + 1) && text.slice(0, end) === checksum(Buffer.from(text.slice(end + 1)));
  return isWhole ? text.slice(end + 1 + head.length) : null;
}

/** Damage shows, and of the key nothing is left to chance: it is compared as it is. */
export function keepSealed(root: string, name: string, key: string, body: string): void {
  const sealed = Buffer.from(`${JSON.stringify(key)}\n${body}`);
  writeCacheFile(root, name, Buffer.concat([Buffer.from(`${checksum(sealed)}\n`), sealed]));
}
