import { hash } from 'node:crypto';
import { readCacheFile, writeCacheFile } from '../platform/cache-file.js';

/** What was kept under a name for exactly this key; null where there is nothing of the kind, or it is damaged. */
export function readSealed(root: string, name: string, maxBytes: number, key: string): string | null {
  const text = readCacheFile(root, name, maxBytes);
  const body = text.slice(text.indexOf('\n') + 1);
  return text.startsWith(`${sealOf(key, body)}\n`) ? body : null;
}

export function keepSealed(root: string, name: string, key: string, body: string): void {
  writeCacheFile(root, name, `${sealOf(key, body)}\n${body}`);
}

/** Damage to either part shows. */
function sealOf(key: string, body: string): string {
  return hash('sha256', `${key}\0${body}`);
}
