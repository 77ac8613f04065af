import { openGit } from '../../platform/git/git.js';
import type { ChangedFiles } from '../../platform/git/git-changes.js';
import { needsGit } from '../workspace/needs-git.js';

/** Which changes of the work tree a check is about. */
export interface ChangesAsked {
  readonly since?: string;
  readonly dirty?: true;
}

/**
 * What changed in the work tree; null where nothing restricts.
 * @throws UsageError `git/…` where there is no git, or no such commit
 */
export function changedFiles(root: string, { since, dirty }: ChangesAsked): ChangedFiles | null {
  if (since === undefined && !dirty) return null;
  const git = openGit(root);
  if (git === null) {
    const option = dirty ? '--dirty' : '--since';
    throw needsGit(root, option, `Leave ${option} out.`);
  }
  return git.changedSince(since === undefined ? null : git.mergeBase(since));
}
