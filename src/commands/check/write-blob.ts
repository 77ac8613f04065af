import type { Only } from '../../enforce.js';
import type { Inspection } from '../../engine/inspection.js';
import { type Shard, shardOf } from '../../engine/shard-of.js';
import type { Beside } from '../../model/check-result.js';
import type { SourceTree } from '../../platform/source-tree.js';
import { digestOf } from '../../shard/digest-of.js';
import { printBlob } from '../../shard/print-blob.js';
import type { RecordedOnly } from '../../shard/shard-blob.js';
import type { Workspace } from '../workspace.js';

interface CheckedPart {
  /** The whole run where there is none. */
  readonly shard: Shard | undefined;
  readonly only: Only;
  readonly tree: SourceTree;
  readonly seen: ReadonlyMap<string, Inspection>;
  readonly beside: Beside;
  readonly workspace: Workspace;
  readonly toolVersion: string;
}

const WHOLE: Shard = { index: 1, count: 1 };

/** What a check saw, as the text of a blob. */
export function writeBlob({ shard = WHOLE, only, tree, seen, beside, workspace, toolVersion }: CheckedPart): string {
  return printBlob({
    toolVersion,
    shard,
    run: { digest: digestOf(workspace.loaded, workspace.config), only: recordedOnly(only) },
    listed: tree.list().filter((path) => shardOf(path, shard.count) === shard.index),
    unlisted: tree.unlisted?.() ?? [],
    seen,
    beside,
  });
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
