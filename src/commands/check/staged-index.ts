import { DEFAULT_CONFIG } from '../../model/config.js';
import { usageError } from '../../model/problem.js';
import type { FileRead, SourceTree } from '../../platform/files/source-tree.js';
import { openGit } from '../../platform/git/git.js';
import { type IndexSource, type IndexTree, openIndexTree } from '../../platform/git/index-tree.js';
import { isTemporaryPath } from '../../platform/scratch/temporary-file.js';
import { sorted } from '../../platform/sorted.js';
import { needsGit } from '../workspace/needs-git.js';

/** The git index as `check --staged` looks at it. */
export interface StagedIndex {
  /** For configuration and contracts, which are read before the limits of the configuration are known. */
  readonly ownFiles: IndexTree;
  /** Root-relative paths that differ from HEAD. */
  readonly changed: ReadonlySet<string>;
  /** Paths of HEAD that are in the index no more. */
  readonly removed: readonly string[];
  sources(maxFileBytes: number): SourceTree;
}

/** @throws UsageError `git/unmerged` while a conflict is open, and for what must never be committed */
export function stagedIndexOf(source: IndexSource): StagedIndex {
  return stagedIndexOver(openIndexTree(source, { maxFileBytes: DEFAULT_CONFIG.maxFileBytes }));
}

/** @throws UsageError for what must never be committed */
export function stagedIndexOver(ownFiles: IndexTree): StagedIndex {
  refuseLitter(ownFiles.staged);
  return {
    ownFiles,
    changed: new Set([...ownFiles.staged, ...ownFiles.stagedLinks]),
    removed: ownFiles.removed,
    sources: (maxFileBytes) => withLinks(ownFiles.within({ maxFileBytes })),
  };
}

const LINK: FileRead = { kind: 'skipped', reason: 'not-a-file', detail: 'it is a symbolic link' };

/** With the links that are staged, which are named as what nobody looks at. */
function withLinks(tree: IndexTree): SourceTree {
  const { list, read, prefetch, stagedLinks } = tree;
  if (stagedLinks.length === 0) return tree;
  const links = new Set(stagedLinks);
  return {
    list: () => sorted([...list(), ...links]),
    read: (path) => (links.has(path) ? LINK : read(path)),
    ...(prefetch && { prefetch }),
  };
}

/** @throws UsageError `git/…` where there is none */
export function askedIndex(root: string): IndexSource {
  const git = openGit(root);
  if (git !== null) return git;
  throw needsGit(root, '--staged', 'Leave --staged out.');
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
