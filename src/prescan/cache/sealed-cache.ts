import { checksum } from '../../model/checksum.js';
import { readCacheBytes, writeCacheFile } from '../../platform/state/cache-file.js';

/** A checksum and the end of its line, with blanks between them: its room is left before it is known. */
const SEAL_BYTES = 20;

/** What was kept under a name for exactly this key; null where there is nothing of the kind, or it is damaged. */
export function readSealed(root: string, name: string, maxBytes: number, key: string): Buffer | null {
  const bytes = readCacheBytes(root, name, maxBytes);
  if (bytes === null || bytes.length < SEAL_BYTES) return null;
  const sealed = bytes.subarray(SEAL_BYTES);
  const head = headOf(key);
  const isWhole =
    sealed.subarray(0, head.length).equals(head) && bytes.toString('latin1', 0, SEAL_BYTES) === sealOf(sealed);
  return isWhole ? sealed.subarray(head.length) : null;
}

/**
 * Damage shows, and of the key nothing is left to chance: it is compared as it is.
 * @param body its parts, one behind the other
 * @param before what is kept under that name and key already; null for nothing
 */
export function keepSealed(
  root: string,
  name: string,
  key: string,
  body: readonly (string | Buffer)[],
  before: Buffer | null = null,
): void {
  // Of a large tree this is many megabytes, so that it is put together once, and sealed in its place.
  const head = headOf(key);
  const parts = [head, ...body];
  const bytes = Buffer.allocUnsafeSlow(parts.reduce((sum, part) => sum + Buffer.byteLength(part), SEAL_BYTES));
  let at = SEAL_BYTES;
  for (const part of parts) at += typeof part === 'string' ? bytes.write(part, at) : part.copy(bytes, at);
  const sealed = bytes.subarray(SEAL_BYTES);
  if (before?.equals(sealed.subarray(head.length))) return;
  bytes.write(sealOf(sealed), 'latin1');
  writeCacheFile(root, name, bytes);
}

function headOf(key: string): Buffer {
  return Buffer.from(`${JSON.stringify(key)}\n`);
}

function sealOf(sealed: Uint8Array): string {
  return `${checksum(sealed).padEnd(SEAL_BYTES - 1)}\n`;
}
