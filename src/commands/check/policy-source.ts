import type { FileRead, SourceTree } from '../../platform/files/source-tree.js';
import { followLinks, linkOn } from '../../platform/git/follow-links.js';
import { openGit } from '../../platform/git/git.js';
import type { ChangedFiles } from '../../platform/git/git-changes.js';
import { openIndexTree } from '../../platform/git/index-tree.js';
import { sorted } from '../../platform/sorted.js';
import { needsGit } from '../workspace/needs-git.js';

/** The commit that says what is right, whatever the change under judgement says. */
export interface PolicySource {
  /** Configuration, contracts, baseline and store as that commit holds them. */
  readonly tree: SourceTree;
  /** Files of the work tree, or of the index, that are not as that commit holds them. */
  changed(staged: boolean): readonly string[];
}

/** The largest of these files is the baseline; each has a limit of its own below this one. */
const MAX_BYTES = 64 * 1024 * 1024;

/** What lies there on disk may come with the change. */
const ASTRAY = notHeld(
  'it is a link, or behind one, that leads to nothing that the commit of --policy-from holds here',
);
const APART = notHeld('it is a repository of its own, of which the commit of --policy-from holds no files');

function notHeld(detail: string): FileRead {
  return { kind: 'skipped', reason: 'unreadable', detail };
}

/** @throws UsageError `git/…` where there is no git, or no such commit */
export function openPolicySource(root: string, ref: string): PolicySource {
  const git = openGit(root);
  if (git === null) {
    throw needsGit(root, '--policy-from', 'Leave --policy-from out.');
  }
  const { commit, entries } = git.filesAt(ref);
  const { entries: held, astray, submodules } = followLinks(entries, git);
  const asIndex = {
    ...git,
    indexFiles: () => ({ entries: held, unmerged: [] }),
    stagedChanges: () => ({ files: [], removed: [] }),
  };
  const { list, read, prefetch } = openIndexTree(asIndex, { maxFileBytes: MAX_BYTES });
  return {
    tree: {
      list: () => sorted([...list(), ...astray]),
      unlisted: () => sorted([...submodules]),
      read(path) {
        if (linkOn(path, astray) !== null) return ASTRAY;
        return linkOn(path, submodules) === null ? read(path) : APART;
      },
      ...(prefetch && { prefetch }),
      standsAlone: true,
    },
    changed(staged) {
      if (!staged) return existing(git.changedSince(commit));
      const known = new Map(entries.map(({ path, blob }) => [path, blob]));
      return git.indexFiles().entries.flatMap(({ path, blob }) => (known.get(path) === blob ? [] : [path]));
    },
  };
}

function existing({ changed }: ChangedFiles): readonly string[] {
  return [...changed];
}
