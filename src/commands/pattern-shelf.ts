import { loadConfig } from '../config/load-config.js';
import type { Config } from '../model/config.js';
import type { FixPattern } from '../model/fix-pattern.js';
import { type Problem, UsageError, usageError } from '../model/problem.js';
import { nearestName } from '../model/suggest.js';
import { PATTERN_FILE, readPatternFile, writePatternFile } from '../pattern-store/pattern-file.js';
import { REVIEW_FILE, readReviewFile, writeReviewFile } from '../pattern-store/review-file.js';
import type { Review } from '../pattern-store/review-queue.js';
import { type PatternStore, withPatterns } from '../pattern-store/store.js';
import { findProjectRoot } from '../platform/project-root.js';
import type { WriteResult } from '../platform/write-result.js';
import type { Session } from './session.js';

/** The store and the review queue of a project, as the `patterns` commands work on them. */
export interface PatternShelf {
  readonly root: string;
  readonly config: Config;
  readonly store: PatternStore;
  readonly reviews: readonly Review[];
}

/** @throws UsageError when the configuration, the store or the queue is broken */
export function openShelf({ cwd }: Session): PatternShelf {
  const root = findProjectRoot(cwd);
  const config = loadConfig(root);
  const { store, problems } = readPatternFile(root);
  if (store === null) throw brokenBy(problems);
  const queue = readReviewFile(root);
  if (queue.reviews === null) throw brokenBy(queue.problems);
  return { root, config, store, reviews: queue.reviews };
}

function brokenBy(problems: readonly Problem[]): UsageError {
  const [first] = problems.filter(({ severity }) => severity === 'invalid');
  if (first === undefined) throw new Error('a store was refused without a problem');
  return new UsageError(first);
}

/** @throws UsageError when a file cannot be written */
export function saveShelf(
  shelf: PatternShelf,
  next: { readonly patterns?: readonly FixPattern[]; readonly reviews?: readonly Review[] },
): void {
  if (next.patterns)
    requireWritten(PATTERN_FILE, writePatternFile(shelf.root, withPatterns(shelf.store, next.patterns)));
  if (next.reviews) requireWritten(REVIEW_FILE, writeReviewFile(shelf.root, next.reviews));
}

/** @throws UsageError unless the file was written */
export function requireWritten(file: string, result: WriteResult): void {
  if (result.kind === 'written') return;
  const why =
    result.kind === 'failed'
      ? result.error
      : result.kind === 'refused'
        ? result.reason
        : 'something else is in its place';
  throw usageError(
    'file/not-written',
    `${file} could not be written: ${why}.`,
    'Put that right and run the command again.',
  );
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

/** The same patterns with one of them replaced. */
export function replacing(shelf: PatternShelf, next: FixPattern): readonly FixPattern[] {
  return shelf.store.patterns.map((each) => (each.id === next.id ? next : each));
}
