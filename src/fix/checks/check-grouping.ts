import type { Node } from 'oxc-parser';
import type { Edit } from '../../model/edit.js';
import { contains, type TextRange } from '../../model/position.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { linksOf } from '../../syntax/links-of.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { isExactly } from '../slots/value-slot.js';
import { editedRanges } from './edited-ranges.js';

/**
 * Whether what an edit takes over is still one expression where it puts it: a comma or a bracket kept together what an
 * operator does not, so that `Math.pow(a - b, 2)` is not `a - b ** 2`.
 */
export function checkGrouping(
  before: SyntaxTree,
  after: SyntaxTree,
  judged: readonly Edit[],
  all: readonly Edit[],
): Refusal | null {
  const written = editedRanges(judged, all);
  const isTorn = judged.some(
    (edit, index) =>
      partsList(before, edit.range, after, written[index] ?? edit.range) ||
      before
        .overlapping(edit.range)
        .filter((node) => contains(edit.range, node) && isOutermost(before, node))
        .some((node) => isTornIn(after, edit.text, written[index]?.start ?? 0, node, textOf(before, node))),
  );
  return isTorn ? refuse('edit-bounded', 'What was one expression would be part of two.') : null;
}

/** Whether a list of expressions between commas is written as another one: `x = a, b()` → `x = c ? d : a, b()`. */
function partsList(before: SyntaxTree, range: TextRange, after: SyntaxTree, written: TextRange): boolean {
  const listsIn = (tree: SyntaxTree, around: TextRange): readonly string[] =>
    tree
      .overlapping(around)
      .filter((node) => node.type === 'SequenceExpression' && contains(around, node))
      .map((node) => textOf(tree, node));
  const lists = listsIn(before, range);
  return lists.length > 0 && listsIn(after, written).some((list) => !lists.includes(list));
}

/** Expressions of several parts that nothing closes in. */
const OPEN =
  /^(?:Binary|Logical|Conditional|Assignment|Sequence|ArrowFunction|Await|Yield|Unary|TSAs|TSSatisfies)Expression$/;

function isOutermost(tree: SyntaxTree, node: Node): boolean {
  const isNumber = node.type === 'UnaryExpression' && node.argument.type === 'Literal';
  return OPEN.test(node.type) && !isNumber && !OPEN.test(tree.parent(node)?.type ?? '');
}

/** @param start where the text stands in the new tree */
function isTornIn(after: SyntaxTree, text: string, start: number, node: Node, expression: string): boolean {
  for (let at = text.indexOf(expression); at !== -1; at = text.indexOf(expression, at + 1)) {
    const range = { start: start + at, end: start + at + expression.length };
    if (!isWithinWord(text, at, expression) && isPartedIn(after, range, node)) return true;
  }
  return false;
}

/** @param range where the text of an expression stands in the new tree */
function isPartedIn(after: SyntaxTree, range: TextRange, node: Node): boolean {
  const around = after.enclosing(range);
  if (!OPEN.test(around.type) || isExactly(around, range) || isPartOfChain(node, around, range)) return false;
  const value = valueOfSame(node, around, range);
  if (!value) return true;
  const end = range.end - (node.end - value.end);
  return OPEN.test(value.type) && isPartedIn(after, { start: end - (value.end - value.start), end }, value);
}

/** `b` of `x = b`, where that stands in `x = b ? b : c`: what is set is the same, and `b` a part of the new value. */
function valueOfSame(node: Node, around: Node, { start }: TextRange): Node | null {
  if (node.type !== 'AssignmentExpression' || around.type !== 'AssignmentExpression') return null;
  const isSame = around.start === start && around.left.end - start === node.left.end - node.start;
  return isSame && around.operator === node.operator ? node.right : null;
}

/**
 * Whether a piece of the match that is an expression there would fall apart in a text of which it becomes a part.
 * @param after the tree of that text
 * @param start where the piece stands in it
 */
export function fallsApart(
  before: SyntaxTree,
  match: TextRange,
  piece: string,
  after: SyntaxTree,
  start: number,
): boolean {
  const node = before
    .overlapping(match)
    .find((each) => contains(match, each) && isOutermost(before, each) && textOf(before, each) === piece);
  return node !== undefined && isPartedIn(after, { start, end: start + piece.length }, node);
}

/** `a && (b && c)` is the same as `a && b && c`. */
function isPartOfChain(node: Node, around: Node, { start, end }: TextRange): boolean {
  if (node.type !== 'LogicalExpression') return false;
  const links = linksOf(around, node.operator);
  return links.some((link) => link.start === start) && links.some((link) => link.end === end);
}

const WORD = /[\w$\u0080-\uffff]/;

function isWithinWord(text: string, at: number, part: string): boolean {
  const end = at + part.length;
  return [at, end].some((edge) => WORD.test(text[edge - 1] ?? '') && WORD.test(text[edge] ?? ''));
}
