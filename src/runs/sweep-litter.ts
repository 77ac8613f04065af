import { isTemporaryName } from '../platform/scratch/temporary-file.js';
import { isLeftOfTakeover, lockHolder, RUNS_FOLDER } from '../platform/state/lock.js';
import { namesIn, removeOwnFile } from '../platform/state/own-files.js';

/** Where our own files lie whose writers all hold the store lock, and the cache, whose writers can do without. */
const STATE_FOLDERS = ['.specflow', '.specflow/findings', '.specflow/cache'];

/** What killed processes left among locks. To be called under the heal lock; whoever is making a lock tries again. */
export function sweepRunsFolder(root: string): void {
  for (const name of namesIn(root, RUNS_FOLDER)) {
    if (isTemporaryName(name) || isLeftOfTakeover(root, name)) removeOwnFile(root, `${RUNS_FOLDER}/${name}`);
  }
}

/** Whether a killed process left something among our own files, or the lock on them. */
export function hasLitter(root: string): boolean {
  const isLocked = namesIn(root, RUNS_FOLDER).includes('store.lock');
  return litterOf(root).length > 0 || (isLocked && lockHolder(root, 'store') === null);
}

/** To be called under the store lock: then what looks left over is. */
export function sweepStateFolders(root: string): void {
  for (const path of litterOf(root)) removeOwnFile(root, path);
}

function litterOf(root: string): readonly string[] {
  return STATE_FOLDERS.flatMap((folder) =>
    namesIn(root, folder)
      .filter(isTemporaryName)
      .map((name) => `${folder}/${name}`),
  );
}
