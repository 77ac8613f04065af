import type { Evidence } from '../../heal/outcome/evidence.js';
import type { FixPattern } from '../../model/fix-pattern.js';
import { type JsonNode, memberValue, parseJson } from '../../model/json-document.js';
import { parseStore } from '../../pattern-store/format/parse-store.js';
import { printStore } from '../../pattern-store/format/print-store.js';
import { parseReviews, printReviews } from '../../pattern-store/reviews/parse-reviews.js';
import type { Review } from '../../pattern-store/reviews/review-queue.js';
import { EMPTY_STORE, withPatterns } from '../../pattern-store/store.js';

/** What a heal run, or one file of it, taught: as text in the journal, so that a kill does not lose it. */
export interface Lesson {
  /** ISO date. */
  readonly day: string;
  readonly evidence: readonly Evidence[];
  /** Gold applications to queue for review. */
  readonly reviews: readonly Review[];
  /** Patterns that are new. */
  readonly learnt: readonly FixPattern[];
}

export function printLesson({ day, evidence, reviews, learnt }: Lesson): string {
  const store = learnt.length === 0 ? null : printStore(withPatterns(EMPTY_STORE, learnt));
  return JSON.stringify({ day, evidence, reviews: printReviews(reviews), learnt: store });
}

/** Null for a text that is no lesson. */
export function parseLesson(text: string): Lesson | null {
  const parsed = parseJson(text);
  if (parsed.kind === 'failed') return null;
  const day = textOf(parsed.node, 'day');
  const list = memberValue(parsed.node, 'evidence');
  const queue = textOf(parsed.node, 'reviews');
  if (day === null || !/^\d{4}-\d\d-\d\d$/.test(day) || list?.kind !== 'array' || queue === null) return null;
  const evidence = list.items.flatMap((item) => evidenceOf(item) ?? []);
  const { reviews } = parseReviews('the journal', queue);
  const learnt = learntIn(textOf(parsed.node, 'learnt'));
  if (reviews === null || learnt === null || evidence.length < list.items.length) return null;
  return { day, evidence, reviews, learnt };
}

/** Null where it is no store. */
function learntIn(store: string | null): readonly FixPattern[] | null {
  return store === null ? [] : (parseStore('the journal', store).store?.patterns ?? null);
}

function evidenceOf(node: JsonNode): Evidence | null {
  const patternId = textOf(node, 'patternId');
  const source = textOf(node, 'source');
  const at = textsOf(node, 'at');
  const ruleId = textOf(node, 'ruleId');
  const file = textOf(node, 'file');
  const outcome = textOf(node, 'outcome');
  if (source === null || ruleId === null || file === null || at === null) return null;
  if (outcome !== 'success' && outcome !== 'failure' && outcome !== 'applied') return null;
  return { patternId, source, ruleId, file, outcome, gate: textOf(node, 'gate'), at };
}

function textsOf(node: JsonNode, name: string): readonly string[] | null {
  const member = memberValue(node, name);
  if (member?.kind !== 'array') return null;
  const texts = member.items.flatMap((item) => (item.kind === 'string' ? [item.value] : []));
  return texts.length < member.items.length ? null : texts;
}

function textOf(node: JsonNode, name: string): string | null {
  const member = memberValue(node, name);
  return member?.kind === 'string' ? member.value : null;
}
