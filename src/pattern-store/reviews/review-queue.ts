import { hash } from 'node:crypto';
import { applyPatch, parsePatch, reversePatch } from 'diff';
import { contentHash } from '../../model/content-hash.js';

/** A fix applied by a gold pattern, waiting for a person. */
export interface Review {
  /** From pattern, file and content, so that the same application is queued once. */
  readonly id: string;
  readonly patternId: string;
  readonly ruleId: string;
  readonly file: string;
  /** 1-based line of the first violation it healed, as it was before. */
  readonly line: number;
  /** What this pattern changed in the file, as a unified diff; secrets are masked in it. */
  readonly diff: string;
  /** Of the file without this pattern's changes, and of the file as written; see `contentHash`. */
  readonly beforeSha256: string;
  readonly afterSha256: string;
  /** ISO date. */
  readonly applied: string;
  /** The run that applied it. */
  readonly run: string;
  /** Keys of the places it healed; none where an older specflow queued it. */
  readonly places: readonly string[];
}

export type Undo =
  /** The text without the pattern's changes. */
  | { readonly kind: 'undone'; readonly text: string }
  /** The changes are already gone. */
  | { readonly kind: 'already-undone' }
  /** The file was edited since, or the diff cannot be turned back exactly: a person has to. */
  | { readonly kind: 'refused'; readonly reason: string };

export function reviewId(patternId: string, file: string, afterSha256: string): string {
  return hash('sha256', JSON.stringify([patternId, file, afterSha256])).slice(0, 12);
}

/** The queue with these reviews at its end, each id once. */
export function queueReviews(queue: readonly Review[], added: readonly Review[]): readonly Review[] {
  const known = new Set(queue.map(({ id }) => id));
  return [...queue, ...added.filter(({ id }) => !known.has(id) && known.add(id))];
}

/** What waits on either side, less what either side decided since both had it. */
export function mergeReviews(
  base: readonly Review[],
  ours: readonly Review[],
  theirs: readonly Review[],
): readonly Review[] {
  const has = (queue: readonly Review[], id: string): boolean => queue.some((each) => each.id === id);
  const isDecided = ({ id }: Review): boolean => has(base, id) && !(has(ours, id) && has(theirs, id));
  return queueReviews(ours, theirs).filter((review) => !isDecided(review));
}

/** The queue without a decided review. */
export function closeReview(queue: readonly Review[], id: string): readonly Review[] {
  return queue.filter((review) => review.id !== id);
}

/** What the file of a review would be without the pattern's changes; exact to the byte or refused. */
export function undoReview(review: Review, text: string, bom: boolean): Undo {
  const found = contentHash(text, bom);
  if (found === review.beforeSha256) return { kind: 'already-undone' };
  if (found !== review.afterSha256) {
    return { kind: 'refused', reason: `${review.file} was changed after the fix was applied` };
  }
  const undone = turnBack(review.diff, text);
  if (undone === null || contentHash(undone, bom) !== review.beforeSha256) {
    return { kind: 'refused', reason: `the recorded diff of ${review.file} does not give back its earlier text` };
  }
  return { kind: 'undone', text: undone };
}

function turnBack(unified: string, text: string): string | null {
  const [patch] = parsePatch(unified);
  if (patch === undefined) return null;
  const undone = applyPatch(text, reversePatch(patch), { autoConvertLineEndings: false });
  return undone === false ? null : undone;
}
