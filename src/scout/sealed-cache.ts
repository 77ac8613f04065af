import { checksum } from '../model/checksum.js';
import { readCacheFile, writeCacheFile } from '../platform/cache-file.js';

/** A checksum and blanks behind it, so that what is summed up stands where numbers may. */
const SEAL_BYTES = 19;

/** What was kept under a name for exactly this key; null where there is nothing of the kind, or it is damaged. */
export function readSealed(root: string, name: string, maxBytes: number, key: string): string | null {
  const text = readCacheFile(root, name, maxBytes);
  const end = text.indexOf('\n');
  const head = `${JSON.stringify(key)}\n`;
  const isWhole = text.startsWith(head, end + 1) && text.slice(0, end) === sealOf(Buffer.from(text.slice(end + 1)));
  return isWhole ? text.slice(end + 1 + head.length) : null;
}

/** Damage shows, and of the key nothing is left to chance: it is compared as it is. */
export function keepSealed(root: string, name: string, key: string, body: string): void {
  // Made once and sealed in its place: of a large tree this is many megabytes.
  const bytes = Buffer.from(`${' '.repeat(SEAL_BYTES)}\n${JSON.stringify(key)}\n${body}`);
  bytes.write(sealOf(bytes.subarray(SEAL_BYTES + 1)), 'latin1');
  writeCacheFile(root, name, bytes);
}

function sealOf(sealed: Uint8Array): string {
  return checksum(sealed).padEnd(SEAL_BYTES);
}
