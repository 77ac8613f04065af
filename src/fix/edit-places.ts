import type { Node } from 'oxc-parser';
import type { Edit } from '../model/edit.js';
import type { TextRange } from '../model/position.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';
import type { Change } from './traps/trap.js';
import { editedRanges } from './verify-edits.js';

/**
 * For each of the judged edits, what stood around it and what stands there now. Text that an edit writes as it was does
 * not count where it would hide what changed: `export var` → `export let` is about the declaration, not the export.
 * @param all every edit between the two trees
 */
export function placesOf(
  before: SyntaxTree,
  after: SyntaxTree,
  judged: readonly Edit[],
  all: readonly Edit[],
): Change['places'] {
  const ranges = editedRanges(judged, all);
  return judged.flatMap((edit, index) => {
    const range = ranges[index];
    if (!range) return [];
    const { old, next } = innermost(before, after, withoutTail(before, after, { old: edit.range, next: range }));
    return [{ old: before.lineage(old), next: after.lineage(next) }];
  });
}

interface Ranges {
  readonly old: TextRange;
  readonly next: TextRange;
}

interface Nodes {
  readonly old: Node;
  readonly next: Node;
}

/** What closes something, or stands between two things. */
const TAIL = /[\s;,)\]}]+$/;

function withoutTail(before: SyntaxTree, after: SyntaxTree, { old, next }: Ranges): Ranges {
  const [was, is] = [textIn(before, old), textIn(after, next)];
  const closing = TAIL.exec(was)?.[0].length ?? 0;
  let length = 0;
  while (length < closing && was.at(-1 - length) === is.at(-1 - length)) length++;
  return {
    old: { start: old.start, end: Math.max(old.start, old.end - length) },
    next: { start: next.start, end: Math.max(next.start, next.end - length) },
  };
}

/** The nodes around two texts, or those that begin where the texts begin to differ. */
function innermost(before: SyntaxTree, after: SyntaxTree, { old, next }: Ranges): Nodes {
  const [was, is] = [textIn(before, old), textIn(after, next)];
  for (const length of commonHeads(was, is)) {
    const found = {
      old: before.enclosing({ start: old.start + length, end: old.end }),
      next: after.enclosing({ start: next.start + length, end: next.end }),
    };
    if (found.old.start === old.start + length && found.next.start === next.start + length) return found;
  }
  return { old: before.enclosing(old), next: after.enclosing(next) };
}

/** Lengths of what both begin with, longest first, none of which ends within a word or has nothing behind it. */
function commonHeads(was: string, is: string): readonly number[] {
  const lengths: number[] = [];
  for (let at = 0; at < Math.min(was.length, is.length); at++) {
    if (at > 0 && !isWithinWord(was, at) && !isWithinWord(is, at)) lengths.unshift(at);
    if (was[at] !== is[at]) break;
  }
  return lengths;
}

const WORD = /[\w$\u0080-\uffff]/;

function isWithinWord(text: string, at: number): boolean {
  return WORD.test(text[at - 1] ?? '') && WORD.test(text[at] ?? '');
}

function textIn({ text }: SyntaxTree, { start, end }: TextRange): string {
  return text.slice(start, end);
}
