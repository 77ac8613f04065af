import { join } from 'node:path';
import { findingId } from '../../findings/finding-record.js';
import { readFindings } from '../../findings/findings-folder.js';
import { removeFindings } from '../../findings/write-findings.js';
import { goldFinding } from '../../heal/outcome/collect-findings.js';
import { contentHash } from '../../model/content-hash.js';
import { usageError } from '../../model/problem.js';
import { type DecisionLine, type EvidenceLine, evidenceLine } from '../../pattern-store/evidence/evidence-line.js';
import { PATTERN_FILE } from '../../pattern-store/pattern-file.js';
import { closeReview, type Review, undoReview } from '../../pattern-store/reviews/review-queue.js';
import { readSource } from '../../platform/files/read-source.js';
import { replaceFile } from '../../platform/files/write-file.js';
import { beforeImagePath } from '../../runs/run-files.js';
import { requireWritten } from '../output/require-written.js';
import { type Moment, type PatternShelf, patternOf, saveShelf } from './pattern-shelf.js';

/**
 * Accepts a queued fix, or a pattern with all its queued fixes.
 * @returns what was done, one line
 * @throws UsageError for a retired pattern: it would not be proposed all the same
 */
export function acceptById(shelf: PatternShelf, id: string, moment: Moment): string {
  const reviews = reviewsNamed(shelf, id);
  const pattern = patternOf(shelf, reviews[0]?.patternId ?? id);
  if (reviews.length === 0 && pattern.retired) {
    const help = `Take it back into service first: specflow patterns restore ${pattern.id}`;
    throw usageError('usage/retired-pattern', `${pattern.id} is retired: it is never proposed.`, help);
  }
  if (reviews.length === 0 && pattern.accepted) return `${pattern.id} is accepted already`;
  const events = decisions('accepted', pattern.id, reviews, moment);
  requireWritten(PATTERN_FILE, saveShelf(shelf, { events, reviews: without(shelf, reviews) }));
  closeFindings(shelf.root, reviews);
  return `accepted ${pattern.id}${closedText(reviews)}`;
}

/**
 * Rejects a queued fix, or a pattern with all its queued fixes: each file gets back what it held, to the byte, and
 * the pattern is scored down once a file. Nothing is applied at these places again without a person.
 * @throws UsageError, with nothing recorded, when a file was changed since, unless it is to be kept
 */
export function rejectById(shelf: PatternShelf, id: string, keepsFiles: boolean, moment: Moment): string {
  const reviews = reviewsNamed(shelf, id);
  const pattern = patternOf(shelf, reviews[0]?.patternId ?? id);
  const restored = keepsFiles ? [] : reviews.filter((review) => restore(shelf, review));
  const events = decisions('rejected', pattern.id, reviews, moment);
  requireWritten(PATTERN_FILE, saveShelf(shelf, { events, reviews: without(shelf, reviews) }));
  closeFindings(shelf.root, reviews);
  const files = restored.map(({ file }) => file).join(', ');
  const withdrawn = pattern.accepted ? ', and no longer accepted' : '';
  return `rejected ${pattern.id}${closedText(reviews)}${files === '' ? '' : `; restored ${files}`}; counted as a failure${withdrawn}`;
}

/** Takes a pattern out of service, or back into it. */
export function setRetired(shelf: PatternShelf, id: string, kind: 'retired' | 'restored', moment: Moment): string {
  const pattern = patternOf(shelf, id);
  if (pattern.retired === (kind === 'retired')) return `${pattern.id} is ${kind} already`;
  requireWritten(PATTERN_FILE, saveShelf(shelf, { events: decisions(kind, pattern.id, [], moment) }));
  return `${kind} ${pattern.id}`;
}

/** One line a queued fix, or one about the pattern where none is queued. */
function decisions(
  kind: DecisionLine['kind'],
  patternId: string,
  reviews: readonly Review[],
  moment: Moment,
): readonly EvidenceLine[] {
  if (reviews.length === 0) return [evidenceLine({ kind, patternId, ...moment, file: null, places: [] })];
  return reviews.map(({ file, places }) => evidenceLine({ kind, patternId, ...moment, file, places }));
}

function reviewsNamed(shelf: PatternShelf, id: string): readonly Review[] {
  return shelf.reviews.filter((review) => review.id === id || review.patternId === id);
}

function without(shelf: PatternShelf, reviews: readonly Review[]): readonly Review[] {
  return reviews.reduce((queue, { id }) => closeReview(queue, id), shelf.reviews);
}

/** What was said about fixes that wait is no longer so. Nothing hangs on it: "findings sync" would do it too. */
function closeFindings(root: string, reviews: readonly Review[]): void {
  if (reviews.length === 0) return;
  const about = new Set(reviews.map((review) => findingId(goldFinding(review))));
  const open = readFindings(root).records.filter(({ id, decision }) => decision === null && about.has(id));
  removeFindings(root, new Set(open.map(({ id }) => id)));
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
