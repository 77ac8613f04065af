import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Everything below a folder that is no folder itself, relative to it with forward slashes, sorted. Links are not followed. */
export function namesBelow(folder: string, prefix = ''): readonly string[] {
  return readdirSync(join(folder, prefix), { withFileTypes: true })
    .flatMap((entry) => {
      const name = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
      return entry.isDirectory() ? namesBelow(folder, name) : [name];
    })
    .sort();
}
