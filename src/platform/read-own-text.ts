import { join } from 'node:path';
import { openFolder } from './open-folder.js';
import { readText } from './read-text.js';

/** A text of ours below the root, reached through no link; null where there is none. */
export function readOwnText(root: string, folder: string, name: string, maxBytes: number): string | null {
  try {
    const opened = openFolder(root, folder);
    if (opened === null) return null;
    try {
      const read = readText(join(opened.base, name), maxBytes);
      return read.kind === 'text' ? read.text : null;
    } finally {
      opened.close();
    }
  } catch {
    // No such folder, or none that can be opened: then nothing of ours is there.
    return null;
  }
}
