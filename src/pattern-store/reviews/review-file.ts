import { join } from 'node:path';
import { invalid } from '../../model/problem.js';
import { readText } from '../../platform/files/read-text.js';
import { type ParsedReviews, parseReviews } from './parse-reviews.js';

export const REVIEW_FILE = '.specflow/reviews.json';
const MAX_BYTES = 64 * 1024 * 1024;

/** The queue of a project; an empty one where there is no file. A file that cannot be read is a problem. */
export function readReviewFile(root: string): ParsedReviews {
  const read = readText(join(root, REVIEW_FILE), MAX_BYTES);
  if (read.kind === 'text') return parseReviews(REVIEW_FILE, read.text);
  if (read.kind === 'missing') return { reviews: [], problems: [] };
  const problem = invalid(
    'reviews/unreadable',
    REVIEW_FILE,
    `The review queue cannot be read: ${read.detail}.`,
    'Make it a readable UTF-8 file, or remove it to drop the queue.',
  );
  return { reviews: null, problems: [problem] };
}
