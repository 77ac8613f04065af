import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { errorCode } from '../error-code.js';

/** The whole text of a small file such as a contract or a configuration, or why there is none. */
export type TextRead =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'missing' | 'unreadable' | 'not-utf8' | 'not-a-file' | 'too-big';
      /** One clause for a message, such as `it is a directory`. */
      readonly detail: string;
    };

const CHUNK = 64 * 1024;
const LINE_END = 0x0a;

/**
 * Reads a UTF-8 file, without its byte order mark. Never waits for a pipe or a device and never reads
 * more than `maxBytes`, however large the file claims to be.
 */
export function readText(path: string, maxBytes: number): TextRead {
  return readPart(path, maxBytes, (bytes) => bytes);
}

/**
 * The same of a file that grows line by line. Behind the last end of a line stands what a kill or a power cut left of
 * the next one, be it half a character: that is left out.
 */
export function readWholeLines(path: string, maxBytes: number): TextRead {
  return readPart(path, maxBytes, (bytes) => bytes.subarray(0, bytes.lastIndexOf(LINE_END) + 1));
}

/** The bytes that `readText` would decode; null where it has none to decode. */
export function readRegularFile(path: string, maxBytes: number): Buffer | null {
  const read = readWhole(path, maxBytes);
  return read instanceof Uint8Array ? read : null;
}

function readPart(path: string, maxBytes: number, partOf: (bytes: Uint8Array) => Uint8Array): TextRead {
  const read = readWhole(path, maxBytes);
  if (!(read instanceof Uint8Array)) return read;
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(partOf(read)) };
  } catch (error) {
    if (errorCode(error) === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      return { kind: 'not-utf8', detail: 'it is not UTF-8 text' };
    return { kind: 'unreadable', detail: reasonOf(error) };
  }
}

function readWhole(path: string, maxBytes: number): Buffer | TextRead {
  let descriptor: number;
  try {
    // Asked first, because opening some devices has effects; asked again on what was really opened.
    if (!statSync(path).isFile()) return notAFile;
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    return whyNotOpened(error);
  }
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) return notAFile;
    const bytes = readBytes(descriptor, stat.size, maxBytes);
    return bytes ?? { kind: 'too-big', detail: `it is larger than ${maxBytes} bytes` };
  } catch (error) {
    return { kind: 'unreadable', detail: reasonOf(error) };
  } finally {
    closeSync(descriptor);
  }
}

const notAFile: TextRead = { kind: 'not-a-file', detail: 'it is not a regular file' };

/** @param size as the file claims, which it need not keep to */
function readBytes(descriptor: number, size: number, maxBytes: number): Buffer | null {
  let bytes = Buffer.allocUnsafeSlow(Math.min(size, maxBytes) + 1);
  let total = 0;
  for (;;) {
    const count = readSync(descriptor, bytes, total, bytes.length - total, null);
    total += count;
    if (total > maxBytes) return null;
    if (count === 0) return bytes.subarray(0, total);
    if (total === bytes.length) bytes = Buffer.concat([bytes], total + CHUNK);
  }
}

function whyNotOpened(error: unknown): TextRead {
  const code = errorCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing', detail: 'there is no such file' };
  if (code === 'ENXIO') return notAFile;
  return { kind: 'unreadable', detail: reasonOf(error) };
}

/** As a clause. */
export function reasonOf(error: unknown): string {
  const code = errorCode(error);
  if (code === 'EACCES' || code === 'EPERM') return 'permission was denied';
  if (code === 'ELOOP') return 'its symbolic links form a circle';
  return code ? `the system said ${code}` : String(error);
}
