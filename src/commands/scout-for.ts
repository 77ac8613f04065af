import type { Scout } from '../engine/scout.js';
import { boundedTo } from '../platform/run-bounded.js';
import type { SourceTree } from '../platform/source-tree.js';
import type { Workspace } from './workspace.js';

/** Whoever goes ahead over the files of a tree; nobody where that cannot save anything. */
export async function scoutFor(tree: SourceTree, { config }: Workspace): Promise<Scout | undefined> {
  const { readBytes } = tree;
  if (readBytes === undefined) return undefined;
  const { scoutWith } = await import('../scout/scout.js');
  return scoutWith({ readBytes, within: boundedTo(config.timeLimits.ruleMs) });
}
