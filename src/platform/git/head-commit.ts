import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The commit HEAD names, without asking git.
 * @param folder of the work tree in question
 * @param common of all work trees
 * @returns null where that does not tell it at once
 */
export function headCommit(folder: string, common: string): string | null {
  const head = readOr(join(folder, 'HEAD'));
  const ref = /^ref: (refs\/[^\s]+)\n?$/.exec(head)?.[1];
  if (ref === undefined) return commitIn(head);
  const loose = commitIn(readOr(join(common, ref)));
  if (loose !== null) return loose;
  const packed = readOr(join(common, 'packed-refs'));
  const line = packed.split('\n').find((each) => each.endsWith(` ${ref}`));
  return line === undefined ? null : commitIn(line.slice(0, line.indexOf(' ')));
}

function commitIn(text: string): string | null {
  const written = text.trim();
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(written) ? written : null;
}

function readOr(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // A branch without a commit, or one that is packed.
    return '';
  }
}
