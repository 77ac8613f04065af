import { CACHE_FOLDER } from '../../platform/state/cache-file.js';

/** What git tracks there was put there by somebody, and could say of any file that nothing is wrong with it. */
export function isCached(path: string): boolean {
  return path.startsWith(`${CACHE_FOLDER}/`);
}
