import { statSync } from 'node:fs';

/** Whether there is a folder, or a link to one, that can be reached. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // A link that leads nowhere, or in a circle, leads to no folder; nor does a way that is barred.
    return false;
  }
}
