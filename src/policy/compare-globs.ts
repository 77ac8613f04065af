import { isExclusion } from '../globs/check-glob.js';

/** What the globs selected before and after, of the files as they are now. */
interface Selected {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/**
 * Why ordered globs select less than before, one clause; null where they do not. Globs that lose no file of today may
 * lose one of tomorrow, so an exclusion more or a glob less is told as well.
 */
export function compareGlobs(before: readonly string[], after: readonly string[], selected: Selected): string | null {
  if (before.join('\0') === after.join('\0')) return null;
  const kept = new Set(selected.after);
  const lost = selected.before.filter((file) => !kept.has(file));
  if (lost.length > 0) return `it no longer holds ${lost[0]}${lost.length > 1 ? ` and ${lost.length - 1} more` : ''}`;
  const excluded = after.find((glob) => isExclusion(glob) && !before.includes(glob));
  if (excluded !== undefined) return `${excluded} was added`;
  const gone = before.find((glob) => !isExclusion(glob) && !after.includes(glob));
  return gone === undefined ? null : `${gone} was removed`;
}
