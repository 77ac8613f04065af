import type { FileChange } from '../../model/heal-result.js';

/** How many lines unified diffs add, replace or take away; a replaced line counts once. */
export function linesTouched(changes: readonly FileChange[]): number {
  return changes.reduce((sum, { diff }) => sum + touchedBy(diff), 0);
}

function touchedBy(diff: string): number {
  let total = 0;
  let removed = 0;
  let added = 0;
  let inHunk = false;
  for (const line of `${diff}\n `.split('\n')) {
    // Lines of a file may start with `---` too, but only once its hunks have begun.
    if (line.startsWith('@@')) inHunk = true;
    if (line.startsWith('\\')) continue;
    if (inHunk && line.startsWith('-')) removed++;
    else if (inHunk && line.startsWith('+')) added++;
    else {
      total += Math.max(removed, added);
      removed = 0;
      added = 0;
    }
  }
  return total;
}
