import type { Scout } from '../engine/scout.js';
import { programStamp } from '../platform/package-files.js';
import { boundedTo } from '../platform/run-bounded.js';
import type { SourceTree } from '../platform/source-tree.js';
import type { Session } from './session.js';
import type { Workspace } from './workspace.js';

/**
 * Whoever goes ahead over the files of a tree; nobody where that cannot save anything.
 * @param remembers whether what it saw may be kept for the next run, and taken from the last
 */
export async function scoutFor(
  tree: SourceTree,
  { root, config }: Workspace,
  remembers: boolean,
  { clock, toolVersion }: Session,
): Promise<Scout | undefined> {
  const { readBytes, stamp } = tree;
  if (readBytes === undefined) return undefined;
  const [{ scoutWith }, { openSightCache }] = await Promise.all([
    import('../scout/scout.js'),
    import('../scout/sight-cache.js'),
  ]);
  // Files that git lists there were put there by somebody, and could say of any file that nothing is wrong with it.
  const isOurs = !tree.list().some((path) => path.startsWith('.specflow/cache/'));
  const key = [toolVersion, programStamp(), process.version, config.maxFileBytes].join(' ');
  const within = boundedTo(config.timeLimits.ruleMs);
  const memory = () => stamp && { stamp, cache: openSightCache(root, key, clock.now(), tree.list()) };
  return scoutWith({ readBytes, within, memory: remembers && isOurs ? memory() : undefined });
}
