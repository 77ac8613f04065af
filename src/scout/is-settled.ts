import type { FileStamp } from '../platform/source-tree.js';

/** A file that changed so shortly before it was looked at may change again and keep its times. Milliseconds. */
const SETTLED_MS = 2_000;

/** @param now milliseconds since 1970, before it was looked at */
export function isSettled({ mtimeMs, ctimeMs }: Pick<FileStamp, 'mtimeMs' | 'ctimeMs'>, now: number): boolean {
  return Math.max(mtimeMs, ctimeMs) < now - SETTLED_MS;
}
