import type { HealResult } from '../../model/heal-result.js';
import { openGit } from '../../platform/git/git.js';

/** How many of the files that a heal changed `git diff` shows: git compares with nothing what it does not track. */
export function shownByGit(changes: HealResult['changes'], root: string): number {
  if (changes.length === 0) return 0;
  const tracked = new Set(
    openGit(root)
      ?.indexFiles()
      .entries.map(({ path }) => path),
  );
  return changes.filter(({ file }) => tracked.has(file)).length;
}
