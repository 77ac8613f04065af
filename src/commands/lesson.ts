import type { Evidence } from '../heal/evidence.js';
import { type JsonNode, parseJson } from '../model/json-document.js';
import { parseReviews, printReviews } from '../pattern-store/parse-reviews.js';
import type { Review } from '../pattern-store/review-queue.js';

/** What a heal run, or one file of it, taught: as text in the journal, so that a kill does not lose it. */
export interface Lesson {
  /** ISO date. */
  readonly day: string;
  readonly evidence: readonly Evidence[];
  /** Gold applications to queue for review. */
  readonly reviews: readonly Review[];
}

export function printLesson({ day, evidence, reviews }: Lesson): string {
  return JSON.stringify({ day, evidence, reviews: printReviews(reviews) });
}

/** Null for a text that is no lesson. */
export function parseLesson(text: string): Lesson | null {
  const parsed = parseJson(text);
  if (parsed.kind === 'failed') return null;
  const day = textOf(parsed.node, 'day');
  const list = memberOf(parsed.node, 'evidence');
  const queue = textOf(parsed.node, 'reviews');
  if (day === null || !/^\d{4}-\d\d-\d\d$/.test(day) || list?.kind !== 'array' || queue === null) return null;
  const evidence = list.items.flatMap((item) => evidenceOf(item) ?? []);
  const { reviews } = parseReviews('the journal', queue);
  return reviews === null || evidence.length < list.items.length ? null : { day, evidence, reviews };
}

function evidenceOf(node: JsonNode): Evidence | null {
  const patternId = textOf(node, 'patternId');
  const ruleId = textOf(node, 'ruleId');
  const file = textOf(node, 'file');
  const outcome = textOf(node, 'outcome');
  if (patternId === null || ruleId === null || file === null) return null;
  if (outcome !== 'success' && outcome !== 'failure') return null;
  return { patternId, ruleId, file, outcome, gate: textOf(node, 'gate') };
}

function textOf(node: JsonNode, name: string): string | null {
  const member = memberOf(node, name);
  return member?.kind === 'string' ? member.value : null;
}

function memberOf(node: JsonNode, name: string): JsonNode | undefined {
  return node.kind === 'object' ? node.members.find(({ key }) => key === name)?.value : undefined;
}
