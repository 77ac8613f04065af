import { join } from 'node:path';
import { readRegularFile, readText } from '../files/read-text.js';
import { openFolder } from '../paths/open-folder.js';

/** A text of ours below the root, reached through no link; null where there is none. */
export function readOwnText(root: string, folder: string, name: string, maxBytes: number): string | null {
  return readOwn(root, folder, name, (path) => {
    const read = readText(path, maxBytes);
    return read.kind === 'text' ? read.text : null;
  });
}

/** The same before anything is decoded. */
export function readOwnBytes(root: string, folder: string, name: string, maxBytes: number): Buffer | null {
  return readOwn(root, folder, name, (path) => readRegularFile(path, maxBytes));
}

function readOwn<T>(root: string, folder: string, name: string, read: (path: string) => T | null): T | null {
  try {
    const opened = openFolder(root, folder);
    if (opened === null) return null;
    try {
      return read(join(opened.base, name));
    } finally {
      opened.close();
    }
  } catch {
    // No such folder, or none that can be opened: then nothing of ours is there.
    return null;
  }
}
