import type { Prescan } from '../../engine/inspection/prescan.js';
import type { FileStamp, SourceTree } from '../../platform/files/source-tree.js';
import type { ListedAhead } from '../../platform/git/list-ahead.js';
import { programStamp } from '../../platform/package-files.js';
import { boundedTo } from '../../platform/runtime/run-bounded.js';
import { type MatchSetCache, openMatchSetCache } from '../../prescan/cache/match-set-cache.js';
import { planRemembered } from '../../prescan/cache/plan-cache.js';
import { openVerdictCache, type VerdictCache } from '../../prescan/cache/verdict-cache.js';
import { type Prescanned, prescanWith } from '../../prescan/prescan.js';
import { StampBook } from '../../prescan/stamps/stamp-book.js';
import type { Session } from '../workspace/session.js';
import type { Workspace } from '../workspace/workspace.js';
import type { HelpingThreads } from './helping-threads.js';
import { isCached } from './is-cached.js';
import { programKey } from './program-key.js';
import { keepSilent } from './silent-files.js';

export interface PrescanOptions {
  /** Whether what it saw of files may be kept for the next run, and taken from the last. */
  readonly cache: boolean;
  readonly helpers: HelpingThreads;
  /** Gives that of `judgingKey`. */
  readonly key: () => string;
  /** Whether all rules are asked of all files: what was judged in part would be of no use to the next run. */
  readonly isWhole: boolean;
  /** What all files were listed from, where it may be kept which of them are silent. */
  readonly listed: ListedAhead | null;
  /** What was seen of the files that are left without those that are silent; of all there are when left out. */
  readonly matchSets: MatchSetCache | undefined;
}

export interface Ahead {
  readonly prescan: Prescan;
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
export function prescanFor(
  tree: SourceTree,
  workspace: Workspace,
  { cache: remembers, helpers, key, isWhole, listed, matchSets }: PrescanOptions,
  session: Session,
): Ahead | undefined {
  const { root, config, loaded } = workspace;
  const { readBytes, stamp } = tree;
  if (readBytes === undefined || tree.list().length < FEW_FILES) return undefined;
  const isOurs = !tree.list().some(isCached);
  const within = boundedTo(config.timeLimits.ruleMs);
  const now = session.clock.now();
  const book = new StampBook();
  const cache = (): MatchSetCache =>
    matchSets ?? openMatchSetCache(root, programKey(config, session), now, tree.list());
  const told =
    listed && matchSets === undefined
      ? (known: Prescanned) => keepSilent({ workspace, listed, tree, key: key(), known, now })
      : undefined;
  const memory = remembers && isOurs && stamp ? { stamp, book, cache, told } : undefined;
  const rules = loaded.contracts.flatMap((contract) => contract.rules);
  const stampOf = (path: string): FileStamp | null => book.stampOf(path);
  const verdicts = memory && isWhole ? openVerdictCache({ root, key: key(), rules, now, stampOf }) : undefined;
  const prescan = prescanWith({
    readBytes,
    within,
    poolFor(files) {
      const threads = helpers.threadsFor(files);
      if (threads.length === 0) return null;
      const { maxFileBytes, timeLimits } = config;
      const milliseconds = timeLimits.ruleMs;
      const patienceMs = Math.max(LEAST_PATIENCE_MS, PATIENCE * milliseconds);
      return { threads, root, maxFileBytes, milliseconds, patienceMs };
    },
    plan: isOurs ? planRemembered(root, programId(session), remembers) : undefined,
    memory,
  });
  return { prescan, verdicts };
}

function programId({ toolVersion }: Session): string {
  return [toolVersion, programStamp(), process.version].join(' ');
}

/** Changes with everything but the files that decides what is said of one. */
export function judgingKey(workspace: Workspace, session: Session): string {
  const rules = workspace.loaded.contracts.flatMap((contract) => contract.rules);
  return JSON.stringify([programKey(workspace.config, session), rules], (_, value: unknown) =>
    value instanceof RegExp ? String(value) : value,
  );
}
