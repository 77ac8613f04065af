import { loadConfig } from '../../config/load-config.js';
import type { Config } from '../../model/config.js';
import type { FixPattern } from '../../model/fix-pattern.js';
import { type Problem, UsageError, usageError } from '../../model/problem.js';
import { nearestName } from '../../model/suggest.js';
import { EVIDENCE_FILE, withEvidence } from '../../pattern-store/evidence/evidence-file.js';
import type { EvidenceLine } from '../../pattern-store/evidence/evidence-line.js';
import { printStore } from '../../pattern-store/format/print-store.js';
import { PATTERN_FILE } from '../../pattern-store/pattern-file.js';
import { readStore } from '../../pattern-store/read-store.js';
import { printReviews } from '../../pattern-store/reviews/parse-reviews.js';
import { REVIEW_FILE, readReviewFile } from '../../pattern-store/reviews/review-file.js';
import type { Review } from '../../pattern-store/reviews/review-queue.js';
import { recordEvidence } from '../../pattern-store/settle-store.js';
import { type PatternStore, withPatterns } from '../../pattern-store/store.js';
import type { WriteResult } from '../../platform/files/write-result.js';
import { findProjectRoot } from '../../platform/project-root.js';
import { type Save, saveTogether } from '../../platform/state/save-together.js';
import { newRunId } from '../workspace/run-id.js';
import type { Session } from '../workspace/session.js';
import { withStoreLock } from '../workspace/store-lock.js';

/** The store and the review queue of a project, as the `patterns` commands work on them. */
export interface PatternShelf {
  readonly root: string;
  readonly config: Config;
  /** With the figures its evidence gives. */
  readonly store: PatternStore;
  readonly lines: readonly EvidenceLine[];
  readonly evidenceText: string;
  readonly reviews: readonly Review[];
}

/** When a decision is made, for its evidence. */
export interface Moment {
  /** ISO date. */
  readonly day: string;
  readonly run: string;
}

/** What is to become of a shelf. */
export interface ShelfChange {
  /** Patterns that are new, or whose remedy changed. */
  readonly patterns?: readonly FixPattern[];
  /** What happened: the figures of patterns follow from it. */
  readonly events?: readonly EvidenceLine[];
  /** The queue as a whole. */
  readonly reviews?: readonly Review[];
  /** Other files of ours to write along with it: all or none. */
  readonly also?: readonly Save[];
}

/**
 * Decides about a shelf, alone: nobody else writes meanwhile.
 * @throws UsageError as `openShelf`, and when the lock cannot be had
 */
export function onShelf<T>(session: Session, decide: (shelf: PatternShelf, moment: Moment) => T): T {
  const moment = { day: session.clock.today(), run: newRunId(session) };
  return withStoreLock(findProjectRoot(session.cwd), 'specflow patterns', () => decide(openShelf(session), moment));
}

/** @throws UsageError when the configuration, the store, its evidence or the queue is broken */
export function openShelf({ cwd }: Pick<Session, 'cwd'>): PatternShelf {
  const root = findProjectRoot(cwd);
  const config = loadConfig(root);
  const { store, lines, evidenceText, problems } = readStore(root);
  if (store === null) throw brokenBy(problems);
  const queue = readReviewFile(root);
  if (queue.reviews === null) throw brokenBy(queue.problems);
  return { root, config, store, lines, evidenceText, reviews: queue.reviews };
}

function brokenBy(problems: readonly Problem[]): UsageError {
  const [first, ...others] = problems.filter(({ severity }) => severity === 'invalid');
  if (first === undefined) throw new Error('a store was refused without a problem');
  return new UsageError(first, undefined, others);
}

/**
 * Writes what changed. To be called under the store lock, on a shelf that was opened under it.
 * @returns the answer of the disk; `written` also where there was nothing to write
 */
export function saveShelf(shelf: PatternShelf, change: ShelfChange): WriteResult {
  return saveTogether(shelf.root, savesOf(shelf, change));
}

function savesOf(
  shelf: PatternShelf,
  { patterns = [], events = [], reviews, also = [] }: ShelfChange,
): readonly Save[] {
  const fresh = new Map(patterns.map((pattern) => [pattern.id, pattern]));
  const known = new Set(shelf.store.patterns.map(({ id }) => id));
  const merged = withPatterns(shelf.store, [
    ...shelf.store.patterns.map((pattern) => fresh.get(pattern.id) ?? pattern),
    ...patterns.filter(({ id }) => !known.has(id)),
  ]);
  const { store, added } = recordEvidence(merged, shelf.lines, events);
  const isTaught = printStore(store) !== printStore(shelf.store);
  return [
    ...(added.length > 0 ? [{ path: EVIDENCE_FILE, text: withEvidence(shelf.evidenceText, added) }] : []),
    ...(isTaught ? [{ path: PATTERN_FILE, text: printStore(store) }] : []),
    ...(reviews === undefined ? [] : [{ path: REVIEW_FILE, text: printReviews(reviews) }]),
    ...also,
  ];
}

/** @throws UsageError for an id nobody has */
export function patternOf(shelf: PatternShelf, id: string): FixPattern {
  const pattern = shelf.store.patterns.find((each) => each.id === id);
  if (pattern) return pattern;
  const near = nearestName(
    id,
    [...shelf.store.patterns, ...shelf.reviews].map((each) => each.id),
  );
  const help = near === null ? 'See: specflow patterns list' : `Did you mean ${near}?`;
  throw usageError('usage/unknown-pattern', `There is no fix pattern or review called ${id}.`, help);
}
