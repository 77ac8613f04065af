import { isAscii, isUtf8 } from 'node:buffer';
import type { FileRead } from './source-tree.js';

/** Text only if every byte says so: a file guessed at would be judged, and mended, as what it is not. */
export function decodeSource(bytes: Buffer): FileRead {
  const refused = refuseBytes(bytes);
  if (refused) return refused;
  const { text, bom } = textOf(bytes);
  return { kind: 'text', text, bom };
}

export interface Decoded {
  /** Without a byte order mark: whoever looks for the start of the file looks for what stands behind it. */
  readonly text: string;
  readonly bom: boolean;
  readonly isAscii: boolean;
}

/** @param bytes that `refuseBytes` has nothing against */
export function textOf(bytes: Buffer): Decoded {
  if (isAscii(bytes)) return { text: bytes.toString('latin1'), bom: false, isAscii: true };
  const bom = startsWith(bytes, 0xef, 0xbb, 0xbf);
  return { text: bytes.toString('utf8', bom ? 3 : 0), bom, isAscii: false };
}

/** Why bytes are no text; null where they are. */
export function refuseBytes(bytes: Buffer): Extract<FileRead, { kind: 'skipped' }> | null {
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
    return { kind: 'skipped', reason: 'not-utf8', detail: 'it is UTF-16, not UTF-8' };
  }
  if (bytes.includes(0)) return { kind: 'skipped', reason: 'binary', detail: 'it holds NUL bytes' };
  // All ASCII is UTF-8 too.
  if (!isUtf8(bytes)) return { kind: 'skipped', reason: 'not-utf8', detail: 'it is not valid UTF-8' };
  return null;
}

function startsWith(bytes: Buffer, ...prefix: readonly number[]): boolean {
  return bytes[0] === prefix[0] && prefix.every((byte, index) => bytes[index] === byte);
}
