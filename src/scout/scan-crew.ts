import { startThread } from '../platform/start-thread.js';
import type { ScanPlan } from '../prefilter/plan-scan.js';
import { printPlan } from '../prefilter/plan-text.js';
import type { LookAhead, Sight } from './look-ahead.js';
import type { ScanOrder } from './scan-order.js';
import type { ScoutJob } from './scout-job.js';
import { sharePaths } from './shared-paths.js';
import {
  BATCH_FILES,
  beatsOf,
  isOpen,
  isSeen,
  openSharedScan,
  openSharedSights,
  openSharedStamps,
  readSights,
  takeBatch,
  waitForBeat,
} from './shared-scan.js';
import { StampTable, stampNumbers } from './stamp-table.js';

/** Who may help with a scan, and where they read. */
export interface Crew {
  /** How many, besides the thread that asks. */
  readonly helpers: number;
  /** The program of a helper, absolute. */
  readonly program: string;
  readonly root: string;
  readonly maxFileBytes: number;
  /** For one try at the regexes of a batch. */
  readonly milliseconds: number;
  /** How long a helper may give no sign before its files are taken back. */
  readonly patienceMs: number;
}

type CrewTask = Pick<ScoutJob, 'files' | 'groups' | 'asked' | 'patterns'> & {
  /** Of the files to look at, rising. */
  readonly places: readonly number[];
  readonly plan: ScanPlan;
  /** Where the stamps of the files that were read are to be left; nowhere when left out. */
  readonly stamps: StampTable | undefined;
};

/**
 * Looks at files in several threads; this one does its part, and does over what a helper that failed has left.
 * @param ahead of this thread
 * @param tell told what the helpers saw, in no particular order
 */
export function scanTogether(
  { files, groups, asked, patterns, places, plan, stamps }: CrewTask,
  crew: Crew,
  ahead: LookAhead,
  tell: (place: number, sight: Sight) => void,
): void {
  const scan = openSharedScan(places.length);
  const order = {
    root: crew.root,
    maxFileBytes: crew.maxFileBytes,
    milliseconds: crew.milliseconds,
    paths: sharePaths(places.map((place) => files[place] ?? '')),
    places: Uint32Array.from(places),
    groups,
    asked,
    patterns: patterns.map(({ source, flags }) => ({ source, flags })),
    plan: printPlan(plan),
    scan,
    stamps: stamps && openSharedStamps(stampNumbers(files.length)),
  };
  const helpers = Array.from({ length: crew.helpers }, () => hire(crew.program, order, places.length));
  const look = (batch: number): void => {
    for (const place of places.slice(batch * BATCH_FILES, (batch + 1) * BATCH_FILES)) {
      ahead.file(place, files[place] ?? '', asked[groups[place] ?? 0] ?? new Uint8Array());
    }
  };

  const own = new Set<number>();
  for (let batch = takeBatch(scan); batch !== null; batch = takeBatch(scan)) {
    own.add(batch);
    look(batch);
  }
  const others = scan.done.length === own.size ? [] : [...scan.done.keys()].filter((batch) => !own.has(batch));
  for (let isAlive = true; isAlive; ) {
    const before = beatsOf(scan);
    if (!others.some((batch) => isOpen(scan, batch))) break;
    isAlive = waitForBeat(scan, before, crew.patienceMs);
  }
  const left = others.filter((batch) => !isSeen(scan, batch));
  for (const helper of helpers) readSights(helper.sights, tell);
  if (stamps && order.stamps) {
    const theirs = new StampTable(order.stamps);
    // Nobody writes any more about a batch that is done; of any other nothing is taken.
    for (const batch of others.filter((each) => isSeen(scan, each))) takeStamps(stamps, theirs, places, batch);
  }
  for (const batch of left) look(batch);
  for (const helper of helpers) helper.dismiss();
}

function takeStamps(into: StampTable, from: StampTable, places: readonly number[], batch: number): void {
  for (const place of places.slice(batch * BATCH_FILES, (batch + 1) * BATCH_FILES)) into.copy(place, from, place);
}

function hire(
  program: string,
  order: Omit<ScanOrder, 'sights'>,
  files: number,
): { readonly sights: ScanOrder['sights']; dismiss(): void } {
  const sights = openSharedSights(files);
  return { sights, ...startThread(program, { ...order, sights }) };
}
