import { readFileSync, realpathSync } from 'node:fs';

/** What the system says of a file tells it from others only within one file system. */
const MOUNTS = '/proc/self/mountinfo';
const MOUNT_POINT = 4;

/**
 * Folders below another one in which a file system of its own begins, relative to it.
 * @param table of all mounts, as Linux writes it; empty where the system does not tell
 */
export function mountsBelow(folder: string, table = readMounts()): readonly string[] {
  const real = realpathSync(folder);
  const start = real.endsWith('/') ? real : `${real}/`;
  const points = table.split('\n').map((line) => unescaped(line.split(' ')[MOUNT_POINT] ?? ''));
  return points.filter((point) => point.startsWith(start)).map((point) => point.slice(start.length));
}

function readMounts(): string {
  try {
    return readFileSync(MOUNTS, 'utf8');
  } catch {
    return '';
  }
}

/** Blanks and backslashes are written as three octal digits each. */
function unescaped(written: string): string {
  return written.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)));
}
