import { lstatSync, readdirSync, unlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { OpenFolder } from '../paths/open-folder.js';
import { isTemporaryName } from './temporary-file.js';

/** A write takes moments: what is so much older than ours was left behind by a kill. */
const LEFT_MS = 60 * 60 * 1000;

const swept = new Set<string>();

/**
 * Takes away what killed processes left where one of our files is being written, once a process and folder. How old a
 * file is, its file system says: it is held against the temporary file that was just written there.
 * @param name tells the folder from others
 */
export function sweepTemporaries(folder: OpenFolder, name: string, temporary: string): void {
  if (swept.has(name)) return;
  swept.add(name);
  try {
    const now = lstatSync(temporary).mtimeMs;
    for (const each of readdirSync(folder.base)) {
      if (!isTemporaryName(each) || each === basename(temporary)) continue;
      const stat = lstatSync(join(folder.base, each), { throwIfNoEntry: false });
      if (stat?.isFile() && stat.mtimeMs < now - LEFT_MS) unlinkSync(join(folder.base, each));
    }
  } catch {
    // Litter is no reason why a write should fail; the next one looks again.
    swept.delete(name);
  }
}
