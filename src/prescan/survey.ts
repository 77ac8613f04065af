import type { ScanPlan } from '../prefilter/plan-scan.js';
import { printPlan } from '../prefilter/plan-text.js';
import type { LookAhead, MatchSet } from './look-ahead.js';
import type { PrescanJob } from './prescan-job.js';
import { StampTable, stampNumbers } from './stamps/stamp-table.js';
import type { ScanOrder } from './threads/scan-order.js';
import { sharePaths } from './threads/shared-paths.js';
import {
  BATCH_FILES,
  beatsOf,
  isOpen,
  isSeen,
  MATCH_SETS_START,
  openSharedMatchSets,
  openSharedScan,
  openSharedStamps,
  readMatchSets,
  type SharedScan,
  takeBatch,
  waitForBeat,
} from './threads/shared-scan.js';
import type { ThreadPool } from './threads/thread-pool.js';

/** Files that are looked at batch by batch, no sooner than somebody asks for them, unless others help. */
export interface Survey {
  /**
   * Has told of the file at this place when it returns. Asked in rising order.
   * @returns the first place that nothing is known of yet
   */
  reach(place: number): number;
  /** Lets those who help go. Nothing more is asked. */
  end(): void;
}

export interface SurveyTask extends Pick<PrescanJob, 'files' | 'groups' | 'asked' | 'patterns'> {
  /** Of the files to look at, rising. Of all others everything is known. */
  readonly places: readonly number[];
  readonly plan: ScanPlan;
  /** Where the stamps of the files that were read are to be left; nowhere when left out. */
  readonly stamps: StampTable | undefined;
}

/**
 * Looks at files in this thread and in those of a pool, each taking the next batch once it is through with one. What
 * somebody who helps has left is done over.
 * @param openAhead for this thread, once those who help are at work
 * @param tell told what those who help saw, in no particular order
 */
export function openSurvey(
  task: SurveyTask,
  pool: ThreadPool | null,
  openAhead: () => LookAhead,
  tell: (place: number, matchSet: MatchSet) => void,
): Survey {
  const { files, groups, asked, places, stamps } = task;
  const scan = openSharedScan(places.length);
  const batches = scan.done.length;
  const isTold = new Uint8Array(batches);
  const helpers = pool === null ? NOBODY : enlist(task, pool, scan);
  const ahead = openAhead();
  /** Whether to go on waiting for them. Who was given up and goes on nevertheless is not listened to any more. */
  let isAlive = true;
  /** All batches before this one have been told of. */
  let reached = 0;
  /** The first in `places` that lies behind what was asked for. */
  let next = 0;

  const look = (batch: number): void => {
    for (const place of placesOf(places, batch)) {
      ahead.file(place, files[place] ?? '', asked[groups[place] ?? 0] ?? NOTHING_ASKED);
    }
    ahead.end();
    isTold[batch] = 1;
  };

  /** Takes what somebody else saw; false where nobody has seen it yet. */
  const take = (batch: number): boolean => {
    if (!isAlive || !isSeen(scan, batch)) return false;
    helpers.tellNews(tell);
    // Nobody writes any more about a batch that is done; of any other nothing is taken.
    if (stamps) for (const place of placesOf(places, batch)) helpers.copyStamp(place, stamps);
    isTold[batch] = 1;
    return true;
  };

  const settle = (batch: number): void => {
    while (isTold[batch] === 0 && !take(batch)) {
      const before = beatsOf(scan);
      const mine = takeBatch(scan);
      if (mine !== null) look(mine);
      else if (isAlive && isOpen(scan, batch)) isAlive = waitForBeat(scan, before, pool?.patienceMs ?? 0);
      else if (!isAlive || !isSeen(scan, batch)) look(batch);
    }
  };

  return {
    reach(place) {
      while (next < places.length && (places[next] ?? 0) <= place) next++;
      for (; reached * BATCH_FILES < next; reached++) settle(reached);
      // What lies behind may have been seen as well.
      while (reached < batches && (isTold[reached] === 1 || take(reached))) reached++;
      return reached < batches ? (places[reached * BATCH_FILES] ?? files.length) : files.length;
    },
    end: helpers.dismiss,
  };
}

/** Where everything is known from the start. */
export function surveyed(files: number): Survey {
  return { reach: () => files, end: () => undefined };
}

const NOTHING_ASKED = new Uint8Array();

function placesOf(places: readonly number[], batch: number): readonly number[] {
  return places.slice(batch * BATCH_FILES, (batch + 1) * BATCH_FILES);
}

/** Those who help, as one. */
interface Helpers {
  /** Tells what was published since the last time. */
  tellNews(tell: (place: number, matchSet: MatchSet) => void): void;
  copyStamp(place: number, into: StampTable): void;
  dismiss(): void;
}

const NOBODY: Helpers = { tellNews: () => undefined, copyStamp: () => undefined, dismiss: () => undefined };

function enlist(
  { files, groups, asked, patterns, places, plan, stamps }: SurveyTask,
  pool: ThreadPool,
  scan: SharedScan,
): Helpers {
  const order = {
    root: pool.root,
    maxFileBytes: pool.maxFileBytes,
    milliseconds: pool.milliseconds,
    paths: sharePaths(places.map((place) => files[place] ?? '')),
    places: Uint32Array.from(places),
    groups,
    asked,
    patterns: patterns.map(({ source, flags }) => ({ source, flags })),
    plan: printPlan(plan),
    scan,
    stamps: stamps && openSharedStamps(stampNumbers(files.length)),
  };
  const theirs = order.stamps && new StampTable(order.stamps);
  const members = pool.threads.map((thread) => {
    const matchSets = openSharedMatchSets(places.length);
    const given: ScanOrder = { ...order, matchSets };
    thread.give(given);
    return { thread, matchSets, read: MATCH_SETS_START };
  });
  return {
    tellNews(tell) {
      for (const member of members) member.read = readMatchSets(member.matchSets, member.read, tell);
    },
    copyStamp(place, into) {
      if (theirs) into.copy(place, theirs, place);
    },
    dismiss() {
      for (const { thread } of members) thread.dismiss();
    },
  };
}
