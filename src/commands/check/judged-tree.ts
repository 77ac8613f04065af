import { createHash } from 'node:crypto';
import { filesToJudge, type Only } from '../../enforce.js';
import { cover } from '../../engine/cover.js';
import { pickRules } from '../../engine/pick-rules.js';
import { openGit } from '../../platform/git/git.js';
import type { SourceTree } from '../../platform/source-tree.js';
import type { JudgedTree } from '../../shard/shard-blob.js';
import type { Workspace } from '../workspace.js';
import type { StagedIndex } from './staged-index.js';

interface Judged {
  readonly tree: SourceTree;
  /** Null where the tree is the working tree. */
  readonly index: StagedIndex | null;
  readonly only: Only;
  readonly workspace: Workspace;
}

/**
 * What tells the files one machine looks at from those of another. Git vouches for all that are as the last commit has
 * them, so that no shard has to read what the others judge; without git there is no other way.
 */
export function judgedTree({ tree, index, only, workspace }: Judged): JudgedTree {
  const { root, config, loaded } = workspace;
  const git = openGit(root);
  const commit = git?.head() ?? null;
  const changes = index ?? (commit === null ? null : (git?.changedSince(commit) ?? null));
  const isChanged = changes && new Set([...changes.changed, ...changes.removed]);
  const files = filesToJudge(tree, loaded, config);
  const listed = isChanged ? [...new Set([...files, ...(changes?.removed ?? [])])].sort() : files;
  const { rulesOf } = cover(pickRules(loaded, only), listed);
  const digest = createHash('sha256');
  for (const path of listed) {
    if (rulesOf(path).length === 0 || isChanged?.has(path) === false) continue;
    digest.update(JSON.stringify([path, index?.ownFiles.blobOf(path) ?? contentOf(tree, path)]));
  }
  return { commit, changes: digest.digest('hex').slice(0, 16) };
}

/** All that a rule could see of a file. */
function contentOf(tree: SourceTree, path: string): readonly string[] {
  const read = tree.read(path);
  switch (read.kind) {
    case 'text':
      return [read.kind, createHash('sha256').update(read.text).digest('hex')];
    case 'skipped':
      return [read.kind, read.reason];
    case 'gone':
      return [read.kind];
  }
}
