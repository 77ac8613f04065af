import { hash } from 'node:crypto';
import { filesToJudge, type Only } from '../../enforce.js';
import { cover } from '../../engine/selection/cover.js';
import { pickRules } from '../../engine/selection/pick-rules.js';
import type { SourceTree } from '../../platform/files/source-tree.js';
import { openGit } from '../../platform/git/git.js';
import { pathBelow } from '../../platform/paths/path-below.js';
import type { JudgedTree } from '../../shard/shard-blob.js';
import type { Workspace } from '../workspace/workspace.js';
import type { StagedIndex } from './staged-index.js';

interface Judged {
  readonly tree: SourceTree;
  /** Null where the tree is the working tree. */
  readonly index: StagedIndex | null;
  readonly only: Only;
  /** Absolute paths of the reports that were asked for. */
  readonly reports: readonly string[];
  readonly workspace: Workspace;
}

/**
 * What tells the files one machine looks at from those of another. Git vouches for all that are as the last commit has
 * them, so that no shard has to read what the others judge; without git there is no other way.
 */
export function judgedTree({ tree, index, only, reports, workspace }: Judged): JudgedTree {
  const { root, config, loaded } = workspace;
  const git = openGit(root);
  const commit = git?.head() ?? null;
  const changes = index ?? (commit === null ? null : (git?.changedSince(commit) ?? null));
  const isChanged = changes && new Set([...changes.changed, ...changes.removed]);
  const files = filesToJudge(tree, loaded, config);
  const listed = isChanged ? [...new Set([...files, ...(changes?.removed ?? [])])].sort() : files;
  const { rulesOf } = cover(pickRules(loaded, only), listed);
  const judged = listed.filter((path) => rulesOf(path).length > 0 && isChanged?.has(path) !== false);
  return {
    commit,
    changes: judged.map((path) => [path, index?.ownFiles.blobOf(path) ?? contentOf(tree, path)]),
    reports: reports.flatMap((path) => pathBelow(root, path) ?? []),
  };
}

/** Equal for all of which a rule sees the same. */
function contentOf(tree: SourceTree, path: string): string {
  const read = tree.read(path);
  switch (read.kind) {
    case 'text':
      return hash('sha256', read.text).slice(0, 16);
    case 'skipped':
      return `${read.kind}: ${read.reason}`;
    case 'gone':
      return read.kind;
  }
}
