import type { Only } from '../../enforce.js';
import type { Inspection } from '../../engine/inspection/inspection.js';
import { pickRules } from '../../engine/selection/pick-rules.js';
import { type Shard, shardOf } from '../../engine/selection/shard-of.js';
import type { Baseline } from '../../exemptions/baseline.js';
import type { Beside } from '../../model/check-result.js';
import type { SourceTree } from '../../platform/files/source-tree.js';
import { digestOf } from '../../shard/digest-of.js';
import { printBlob } from '../../shard/print-blob.js';
import type { RecordedOnly } from '../../shard/shard-blob.js';
import type { Workspace } from '../workspace/workspace.js';
import { judgedTree } from './judged-tree.js';
import type { StagedIndex } from './staged-index.js';

interface CheckedPart {
  /** The whole run where there is none. */
  readonly shard: Shard | undefined;
  readonly only: Only;
  readonly tree: SourceTree;
  /** Null where the tree is the working tree. */
  readonly index: StagedIndex | null;
  /** Null where there is one that cannot be used. */
  readonly baseline: Baseline | null;
  readonly seen: ReadonlyMap<string, Inspection>;
  readonly beside: Beside;
  /** Absolute paths of the reports that were asked for. */
  readonly reports: readonly string[];
  readonly workspace: Workspace;
  readonly toolVersion: string;
}

const WHOLE: Shard = { index: 1, count: 1 };

/** What a check saw, as the text of a blob. */
export function writeBlob(checked: CheckedPart): string {
  const { shard: part = null, only, tree, baseline, seen, beside, workspace, toolVersion } = checked;
  const shard = part ?? WHOLE;
  const isOurs = (path: string): boolean => shardOf(path, shard.count) === shard.index;
  return printBlob({
    toolVersion,
    shard,
    run: {
      digest: digestOf(workspace.loaded, workspace.config, baseline),
      only: recordedOnly(only),
      tree: part && judgedTree(checked),
    },
    listed: tree.list().filter(isOurs),
    unlisted: tree.unlisted?.() ?? [],
    closed: (tree.closed?.() ?? []).map((folder) => ({ ...folder, files: inScope(folder.files, checked) })),
    absent: inScope((tree.absent?.() ?? []).filter(isOurs), checked),
    ignoresUnknown: tree.ignoresUnknown?.() ?? null,
    seen,
    beside,
  });
}

function inScope(files: readonly string[], { workspace, only }: CheckedPart): readonly string[] {
  const rules = pickRules(workspace.loaded, only);
  return [...new Set(rules.flatMap(({ scope }) => scope.select(files)))].sort();
}

function recordedOnly({ ruleIds, contractIds, paths, changed, removed }: Only): RecordedOnly {
  return {
    ruleIds: ruleIds ?? null,
    contractIds: contractIds ?? null,
    paths: paths ?? null,
    changed: changed ? [...changed].sort() : null,
    removed: removed ? [...removed].sort() : null,
  };
}
