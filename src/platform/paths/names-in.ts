import { readdirSync } from 'node:fs';

/** The names of what a folder holds; none where there is no folder, or a way to it is barred. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // What cannot be listed holds nothing that could be found.
    return [];
  }
}
