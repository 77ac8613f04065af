import type { Scout } from '../engine/scout.js';
import { programStamp } from '../platform/package-files.js';
import { boundedTo } from '../platform/run-bounded.js';
import type { FileStamp, SourceTree } from '../platform/source-tree.js';
import { planRemembered } from '../scout/plan-cache.js';
import { scoutWith } from '../scout/scout.js';
import { openSightCache } from '../scout/sight-cache.js';
import { StampBook } from '../scout/stamp-book.js';
import { openVerdictCache, type VerdictCache } from '../scout/verdict-cache.js';
import type { HelpingThreads } from './helping-threads.js';
import { isCached } from './is-cached.js';
import type { Session } from './session.js';
import type { Workspace } from './workspace.js';

export interface ScoutOptions {
  /** Whether what it saw of files may be kept for the next run, and taken from the last. */
  readonly cache: boolean;
  readonly helpers: HelpingThreads;
  /** Whether all rules are asked of all files: what was judged in part would be of no use to the next run. */
  readonly isWhole: boolean;
}

export interface Ahead {
  readonly scout: Scout;
  readonly verdicts: VerdictCache | undefined;
}

/** So few are read in the time it takes to see whether that can be spared. */
const FEW_FILES = 64;

/** A thread gives no sign while it tries the regexes of a batch, which it may do once more with more time. */
const PATIENCE = 6;
const LEAST_PATIENCE_MS = 2_000;

/**
 * Whoever goes ahead over the files of a tree; nobody where that cannot save anything.
 */
export function scoutFor(
  tree: SourceTree,
  { root, config, loaded }: Workspace,
  { cache: remembers, helpers, isWhole }: ScoutOptions,
  { clock, toolVersion }: Session,
): Ahead | undefined {
  const { readBytes, stamp } = tree;
  if (readBytes === undefined || tree.list().length < FEW_FILES) return undefined;
  const isOurs = !tree.list().some(isCached);
  const programId = [toolVersion, programStamp(), process.version].join(' ');
  const key = `${programId} ${config.maxFileBytes}`;
  const within = boundedTo(config.timeLimits.ruleMs);
  const now = clock.now();
  const book = new StampBook();
  const memory =
    remembers && isOurs && stamp
      ? { stamp, book, cache: () => openSightCache(root, key, now, tree.list()) }
      : undefined;
  const rules = loaded.contracts.flatMap((contract) => contract.rules);
  const stampOf = (path: string): FileStamp | null => book.stampOf(path);
  const verdicts = memory && isWhole ? openVerdictCache({ root, key, rules, now, stampOf }) : undefined;
  const scout = scoutWith({
    readBytes,
    within,
    crewFor(files) {
      const threads = helpers.threadsFor(files);
      if (threads.length === 0) return null;
      const { maxFileBytes, timeLimits } = config;
      const milliseconds = timeLimits.ruleMs;
      const patienceMs = Math.max(LEAST_PATIENCE_MS, PATIENCE * milliseconds);
      return { threads, root, maxFileBytes, milliseconds, patienceMs };
    },
    plan: isOurs ? planRemembered(root, programId, remembers) : undefined,
    memory,
  });
  return { scout, verdicts };
}
