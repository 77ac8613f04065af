import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Never looked into where there is no git to say what is ignored. */
const NOT_OURS = new Set(['.git', 'node_modules']);

/**
 * Every file below a folder, relative to it with forward slashes. Links are listed but not followed. A folder that
 * cannot be read is listed in `unlisted`; the root itself must be readable.
 */
export function walkFiles(root: string): { readonly paths: readonly string[]; readonly unlisted: readonly string[] } {
  const paths: string[] = [];
  const unlisted: string[] = [];
  const pending = [''];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    for (const entry of entriesOf(root, folder, unlisted)) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (!entry.isDirectory()) paths.push(path);
      else if (!NOT_OURS.has(entry.name)) pending.push(path);
    }
  }
  return { paths, unlisted };
}

function entriesOf(root: string, folder: string, unlisted: string[]): readonly Dirent[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    if (folder === '') throw error;
    unlisted.push(folder);
    return [];
  }
}
