import type { IndexEntry } from './git.js';
import { knownCommit } from './git-merge-base.js';
import { splitNul } from './git-output.js';
import { type RunGit, succeeded } from './run-git.js';

/** The files of a commit below the root. */
export interface CommitFiles {
  readonly commit: string;
  readonly entries: readonly IndexEntry[];
}

/** @throws UsageError `git/unknown-ref` for a ref nobody knows */
export function commitFiles(run: RunGit, ref: string): CommitFiles {
  const commit = knownCommit(run, ref);
  const asked = ['ls-tree', '-r', '-z', commit];
  return { commit, entries: splitNul(succeeded(asked, run(asked)).stdout).map(toEntry) };
}

/** `<mode> <type> <id>\t<path>` */
function toEntry(part: string): IndexEntry {
  const [, mode, blob, path] = /^([0-7]{6}) \w+ ([0-9a-f]{40,64})\t(.+)$/s.exec(part) ?? [];
  if (mode === undefined || blob === undefined || path === undefined) {
    throw new Error(`git printed what we do not understand: ${JSON.stringify(part)}`);
  }
  return { path, blob, mode };
}
