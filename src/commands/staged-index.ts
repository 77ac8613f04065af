import { DEFAULT_CONFIG } from '../model/config.js';
import { usageError } from '../model/problem.js';
import { type Git, openGit } from '../platform/git.js';
import { openIndexTree } from '../platform/index-tree.js';
import type { SourceTree } from '../platform/source-tree.js';
import { isTemporaryPath } from '../platform/temporary-file.js';

/** The git index as `check --staged` looks at it. */
export interface StagedIndex {
  /** For configuration and contracts, which are read before the limits of the configuration are known. */
  readonly ownFiles: SourceTree;
  /** Root-relative paths that differ from HEAD. */
  readonly changed: ReadonlySet<string>;
  /** Paths of HEAD that are in the index no more. */
  readonly removed: readonly string[];
  sources(maxFileBytes: number): SourceTree;
}

/** @throws UsageError `git/…` where there is no index, or none that can be judged */
export function openStagedIndex(root: string): StagedIndex {
  const git = openGit(root);
  if (git === null) {
    throw usageError('git/none', `--staged needs a git repository, and ${root} is in none.`, 'Leave --staged out.');
  }
  const listed = listedOnce(git);
  const ownFiles = openIndexTree(listed, { maxFileBytes: DEFAULT_CONFIG.maxFileBytes });
  refuseLitter(ownFiles.staged);
  return {
    ownFiles,
    changed: new Set(ownFiles.staged),
    removed: git.stagedRemovals(),
    sources: (maxFileBytes) => openIndexTree(listed, { maxFileBytes }),
  };
}

/** Half a file that a killed run left beside the whole one is judged by nobody, so it must not be committed either. */
function refuseLitter(staged: readonly string[]): void {
  const litter = staged.find(isTemporaryPath);
  if (litter === undefined) return;
  throw usageError(
    'git/staged-litter',
    `${litter} is staged, and an interrupted run of specflow left it.`,
    `Take it out with: git rm --cached ${litter}\nThen "specflow heal --resume" removes it.`,
  );
}

/** Both trees are of one moment, and git lists the index once. */
function listedOnce(git: Git): Git {
  const index = git.indexFiles();
  const staged = git.stagedFiles();
  return { ...git, indexFiles: () => index, stagedFiles: () => staged };
}
