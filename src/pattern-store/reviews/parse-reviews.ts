import { type JsonNode, memberValue, parseJson } from '../../model/json-document.js';
import type { Problem } from '../../model/problem.js';
import { FieldReader } from '../format/field-reader.js';
import { StoreNotes } from '../format/notes.js';
import type { Review } from './review-queue.js';

export interface ParsedReviews {
  /** Null when anything is invalid. */
  readonly reviews: readonly Review[] | null;
  readonly problems: readonly Problem[];
}

const REVIEW_FIELDS: readonly string[] = [
  'id',
  'pattern_id',
  'rule_id',
  'file',
  'line',
  'diff',
  'before_sha256',
  'after_sha256',
  'applied',
  'run',
  'places',
];

/** @param file how problems name the queue */
export function parseReviews(file: string, text: string): ParsedReviews {
  const notes = new StoreNotes(file, text);
  const parsed = parseJson(text);
  if (parsed.kind === 'failed') {
    const help = 'Delete the file to drop the queue, or correct it by hand; nothing was written.';
    notes.invalid('reviews/json', parsed.offset, `The review queue is not valid JSON: ${parsed.message}.`, help);
  }
  const reviews = parsed.kind === 'parsed' ? readQueue(parsed.node, notes) : null;
  const broken = notes.problems.some(({ severity }) => severity === 'invalid');
  return { reviews: broken ? null : reviews, problems: notes.problems };
}

function readQueue(node: JsonNode, notes: StoreNotes): readonly Review[] {
  const list = memberValue(node, 'reviews');
  const version = memberValue(node, 'version');
  if (list?.kind !== 'array' || version?.kind !== 'number' || version.value !== 1) {
    const help = 'It is { "version": 1, "reviews": [] }.';
    notes.invalid('reviews/shape', node.offset, 'The review queue is not of version 1.', help);
    return [];
  }
  return list.items.flatMap((item, index) => readReview(item, `/reviews/${index}`, notes) ?? []);
}

function readReview(node: JsonNode, pointer: string, notes: StoreNotes): Review | null {
  if (node.kind !== 'object') {
    notes.invalid('reviews/shape', node.offset, `${pointer} is not an object.`, null);
    return null;
  }
  const fields = new FieldReader(node, pointer, REVIEW_FIELDS, notes);
  const review = {
    id: fields.text('id'),
    patternId: fields.text('pattern_id'),
    ruleId: fields.text('rule_id'),
    file: fields.text('file'),
    line: fields.line('line'),
    diff: fields.text('diff'),
    beforeSha256: fields.text('before_sha256'),
    afterSha256: fields.text('after_sha256'),
    applied: fields.date('applied', 'required'),
    run: fields.text('run'),
    places: fields.texts('places'),
  };
  return isComplete(review) ? review : null;
}

function isComplete<T extends object>(value: T): value is { [K in keyof T]: NonNullable<T[K]> } & T {
  return Object.values(value).every((field) => field !== null);
}

/** The queue as text: fixed key order, a final newline. */
export function printReviews(reviews: readonly Review[]): string {
  const list = reviews.map((review) => ({
    id: review.id,
    pattern_id: review.patternId,
    rule_id: review.ruleId,
    file: review.file,
    line: review.line,
    diff: review.diff,
    before_sha256: review.beforeSha256,
    after_sha256: review.afterSha256,
    applied: review.applied,
    run: review.run,
    places: review.places,
  }));
  return `${JSON.stringify({ version: 1, reviews: list }, null, 2)}\n`;
}
