/** Characters HFS+ ignores in names: `.g\u200cit` is `.git` there. */
const IGNORED_BY_HFS = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;

/** Why a root-relative path must not be written to, one clause; null when its spelling is fine. */
export function refusePath(path: string): string | null {
  if (path === '' || path.includes('\0')) return 'it is not a path';
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return 'it is absolute';
  if (path.includes('\\')) return 'it holds a backslash, which some systems take for a folder separator';
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.' || segment === '..') return `it has the segment "${segment}"`;
    if (isGitFolder(segment)) return 'it lies in the git folder';
  }
  return null;
}

/** `.git` under any of the names some file system knows it by: `.GIT`, `git~1`, `.git. `, `.git::$INDEX_ALLOCATION`. */
function isGitFolder(segment: string): boolean {
  const plain = (segment.replace(IGNORED_BY_HFS, '').split(':')[0] ?? '').replace(/[. ]+$/, '').toLowerCase();
  return plain === '.git' || /^git~\d+$/.test(plain);
}
