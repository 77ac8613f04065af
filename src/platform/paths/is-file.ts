import { statSync } from 'node:fs';

/** Whether there is a file, or a link to one, that can be reached. */
export function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    // A link that leads nowhere, or in a circle, leads to no file; nor does a way that is barred.
    return false;
  }
}
