// Goes ahead over many files, cheaply, and notes which checks will have something to say of each. It judges nothing:
// what it cannot tell for sure is left to be judged in full.
import type { Foresight, Prescan, Speaker, Word } from '../engine/inspection/prescan.js';
import type { Within } from '../model/bounded.js';
import type { Check, Rule } from '../model/contract.js';
import type { SourceTree } from '../platform/files/source-tree.js';
import { planScan, type ScanPlan } from '../prefilter/plan-scan.js';
import { openSieve } from '../prefilter/sieve.js';
import type { MatchSetCache, Seen } from './cache/match-set-cache.js';
import { type LookAhead, lookAhead, type MatchSet } from './look-ahead.js';
import { type PrescanJob, prescanJob } from './prescan-job.js';
import type { StampBook } from './stamps/stamp-book.js';
import { StampTable } from './stamps/stamp-table.js';
import { openSurvey, type Survey, surveyed } from './survey.js';
import type { ThreadPool } from './threads/thread-pool.js';

export interface PrescanRequest {
  readonly readBytes: NonNullable<SourceTree['readBytes']>;
  readonly within: Within;
  /** Plans as `planScan` does; that itself when left out. */
  readonly plan?: ((patterns: readonly RegExp[]) => ScanPlan) | undefined;
  /** Threads that may help with so many files; none when left out. */
  readonly poolFor?: ((files: number) => ThreadPool | null) | undefined;
  /** What earlier runs saw, and how to tell a file from what it was then. */
  readonly memory?: Memory | undefined;
}

interface Memory {
  /** Opened only where much is looked at. */
  readonly cache: () => MatchSetCache;
  readonly stamp: NonNullable<SourceTree['stamp']>;
  /** Learns the stamps of the files that are looked at, from before that; nobody when left out. */
  readonly book?: StampBook | undefined;
  /** Told what is known of all files, once it is, where most of it was known before; nobody when left out. */
  readonly told?: ((known: Prescanned) => void) | undefined;
}

/** What is known of files that were looked at. */
export interface Prescanned {
  readonly files: readonly string[];
  readonly stamps: StampTable;
  readonly rulesOf: (file: string) => readonly Rule[];
  /** Whether a file has nothing to say. */
  isSilent(place: number): boolean;
  /** Null where nothing is known. */
  seenOf(place: number): Seen | null;
}

/** For fewer files the plan costs more than it saves. */
const FEW_FILES = 64;

export function prescanWith({ readBytes, within, memory, plan = planScan, poolFor }: PrescanRequest): Prescan {
  return (files, rulesOf) => {
    if (files.length < FEW_FILES) return null;
    const job = prescanJob(files, rulesOf);
    if (job === null) return null;
    const matchSets = new Map<number, MatchSet>();
    const recalled = memory ? recall(job, rulesOf, memory, matchSets) : null;
    const unseen = recalled?.unseen ?? files.map((_, place) => place);
    const foresight = (survey: Survey): Foresight => foresightOf(job, matchSets, survey, recalled?.keep);
    if (unseen.length < FEW_FILES) {
      for (const place of unseen) matchSets.set(place, 'unknown');
      return foresight(surveyed(files.length));
    }
    const planned = plan(job.patterns);
    const tell = (place: number, matchSet: MatchSet): void => {
      matchSets.set(place, matchSet);
    };
    const stamps = recalled?.stamps;
    const task = { ...job, places: unseen, plan: planned, stamps };
    const ahead = (): LookAhead =>
      lookAhead({ sieve: openSieve(job.patterns, planned), readBytes, within, tell, stamps });
    return foresight(openSurvey(task, poolFor?.(unseen.length) ?? null, ahead, tell));
  };
}

interface Recalled {
  readonly unseen: readonly number[];
  /** Of the files looked at so far. */
  readonly stamps: StampTable;
  readonly keep: (isSilent: (place: number) => boolean) => void;
}

/** Takes from the last run what still holds; `keep` leaves what is known then to the next. */
function recall(
  { files, groups, asked, patterns }: PrescanJob,
  rulesOf: Prescanned['rulesOf'],
  { cache: openCache, stamp, book, told }: Memory,
  matchSets: Map<number, MatchSet>,
): Recalled {
  const cache = openCache();
  const orders = asked.map((flags) => orderOf(patterns, flags));
  const orderAt = (place: number): Order => orders[groups[place] ?? 0] ?? NO_ORDER;
  const stamps = StampTable.ofFiles(files.length);
  const unseen: number[] = [];
  files.forEach((file, place) => {
    const { name, order } = orderAt(place);
    const matchSet = cache.recall(file, name, (then, row) => {
      const now = stamp(file);
      if (now) stamps.put(place, now);
      return now !== null && stamps.isSame(place, then, row);
    });
    if (matchSet === null) unseen.push(place);
    else if (matchSet.length > 0)
      matchSets.set(
        place,
        matchSet.map((at) => order[at] ?? 0),
      );
  });
  book?.open(files, stamps);
  const seenOf = (place: number): Seen | null => {
    const { name, order } = orderAt(place);
    const matchSet = matchSets.get(place) ?? [];
    return matchSet === 'unknown' ? null : { order: name, matchSet: matchSet.map((pattern) => order.indexOf(pattern)) };
  };
  return {
    unseen,
    stamps,
    keep(isSilent) {
      cache.keep(files, stamps, seenOf);
      if (unseen.length < files.length / 2) told?.({ files, stamps, rulesOf, isSilent, seenOf });
    },
  };
}

interface Order {
  readonly name: string;
  /** Indexes of patterns. */
  readonly order: readonly number[];
}

const NO_ORDER: Order = { name: '', order: [] };

/** The patterns that are asked, in an order that does not depend on how contracts are written down; its name spells them. */
function orderOf(patterns: readonly RegExp[], flags: Uint8Array): Order {
  const sorted = patterns
    .map((regex, index) => ({ index, written: String(regex) }))
    .filter(({ index }) => flags[index] === 1)
    .sort((a, b) => (a.written < b.written ? -1 : 1));
  const name = sorted.map(({ written }) => written).join('\n');
  return { name, order: sorted.map(({ index }) => index) };
}

const SILENT: Word = { kind: 'silent' };

/** @param keep leaves what is known of all files to the next run; undefined where nothing is to be left */
function foresightOf(
  { files, checks, groups, loud }: PrescanJob,
  matchSets: ReadonlyMap<number, MatchSet>,
  survey: Survey,
  keep: Recalled['keep'] | undefined,
): Foresight {
  let next = 0;
  let last = 0;
  /** The first place that nothing is known of. */
  let frontier = 0;
  const wordAt = (place: number): Word | null => {
    const matchSet = matchSets.get(place) ?? [];
    const always = loud[groups[place] ?? 0] ?? [];
    if (matchSet === 'unknown') return null;
    if (always.length === 0 && !matchSets.has(place)) return SILENT;
    const speaking = new Set<Check>([...always, ...matchSet.flatMap((index) => checks[index] ?? [])]);
    return { kind: 'speaks', file: files[place] ?? '', checks: speaking };
  };
  return {
    wordOf(file) {
      while (next < files.length && files[next] !== file) next++;
      if (next === files.length) return null;
      last = next++;
      if (last >= frontier) frontier = survey.reach(last);
      return wordAt(last);
    },
    speakers(most) {
      const speakers: Speaker[] = [];
      for (let place = last; place < files.length && speakers.length < most; place++) {
        if (place >= frontier) frontier = survey.reach(place);
        const word = wordAt(place);
        if (word?.kind === 'speaks') speakers.push(word);
      }
      return speakers;
    },
    end() {
      if (keep) survey.reach(files.length - 1);
      survey.end();
      keep?.((place) => wordAt(place) === SILENT);
    },
  };
}
