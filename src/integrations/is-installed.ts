import { dirname, join } from 'node:path';
import { isExecutableFile } from '../platform/paths/is-executable.js';
import { LOCAL_PROGRAM } from './hook-settings.js';

/** Whether hooks that run in this folder find the program: below it, or below a folder that holds it, as npx looks for it. */
export function isInstalled(folder: string): boolean {
  const parent = dirname(folder);
  return isExecutableFile(join(folder, LOCAL_PROGRAM)) || (parent !== folder && isInstalled(parent));
}
