import { join } from 'node:path';
import { usageError } from '../model/problem.js';
import { acceptPattern, rejectPattern } from '../pattern-store/decide-pattern.js';
import { closeReview, contentHash, type Review, undoReview } from '../pattern-store/review-queue.js';
import { readSource } from '../platform/read-source.js';
import { replaceFile } from '../platform/write-file.js';
import { type PatternShelf, patternOf, replacing, requireWritten, saveShelf } from './pattern-shelf.js';
import { beforeImagePath } from './run-record.js';

/** Accepts a queued fix, or a pattern with all its queued fixes. @returns what was done, one line */
export function acceptById(shelf: PatternShelf, id: string): string {
  const reviews = reviewsNamed(shelf, id);
  const pattern = patternOf(shelf, reviews[0]?.patternId ?? id);
  saveShelf(shelf, { patterns: replacing(shelf, acceptPattern(pattern)), reviews: without(shelf, reviews) });
  return `accepted ${pattern.id}${closedText(reviews)}`;
}

/**
 * Rejects a queued fix, or a pattern with all its queued fixes: each file gets back what it held, to the byte, and
 * the pattern is scored down once a file.
 * @throws UsageError, with nothing recorded, when a file was changed since, unless it is to be kept
 */
export function rejectById(shelf: PatternShelf, id: string, keepsFiles: boolean, today: string): string {
  const reviews = reviewsNamed(shelf, id);
  let pattern = patternOf(shelf, reviews[0]?.patternId ?? id);
  const restored = keepsFiles ? [] : reviews.filter((review) => restore(shelf, review));
  for (let count = Math.max(1, reviews.length); count > 0; count--) pattern = rejectPattern(pattern, today);
  saveShelf(shelf, { patterns: replacing(shelf, pattern), reviews: without(shelf, reviews) });
  const files = restored.map(({ file }) => file).join(', ');
  return `rejected ${pattern.id}${closedText(reviews)}${files === '' ? '' : `; restored ${files}`}`;
}

function reviewsNamed(shelf: PatternShelf, id: string): readonly Review[] {
  return shelf.reviews.filter((review) => review.id === id || review.patternId === id);
}

function without(shelf: PatternShelf, reviews: readonly Review[]): readonly Review[] {
  return reviews.reduce((queue, { id }) => closeReview(queue, id), shelf.reviews);
}

function closedText(reviews: readonly Review[]): string {
  return reviews.length === 0 ? '' : ` (${reviews.map(({ file, line }) => `${file}:${line}`).join(', ')})`;
}

/** True where the file was put back; false where the change was gone already. */
function restore({ root, config }: PatternShelf, review: Review): boolean {
  const now = readSource(join(root, review.file), config.maxFileBytes);
  if (now.kind !== 'text') throw notRestored(review, 'it cannot be read any more');
  const undo = undoReview(review, now.text, now.bom);
  if (undo.kind === 'already-undone') return false;
  const isUntouched = contentHash(now.text, now.bom) === review.afterSha256;
  const before =
    undo.kind === 'undone' ? undo.text : isUntouched ? beforeImage(root, config.maxFileBytes, review) : null;
  if (before === null) throw notRestored(review, undo.kind === 'refused' ? undo.reason : 'its earlier text is lost');
  requireWritten(review.file, replaceFile(root, review.file, now.text, now.bom, before));
  return true;
}

/** What the run kept of the file, if it is exactly what the review wants back: a diff with masked secrets is not enough. */
function beforeImage(root: string, maxBytes: number, review: Review): string | null {
  const kept = readSource(join(root, beforeImagePath(review.run, review.file)), maxBytes);
  return kept.kind === 'text' && contentHash(kept.text, kept.bom) === review.beforeSha256 ? kept.text : null;
}

function notRestored(review: Review, reason: string): Error {
  return usageError(
    'review/not-restored',
    `${review.file} cannot be put back: ${reason}. Nothing was recorded.`,
    `Take the fix out by hand, then: specflow patterns reject --keep-file ${review.id}`,
  );
}
