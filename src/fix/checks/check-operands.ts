import type { Node } from 'oxc-parser';
import type { Edit } from '../../model/edit.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { isExactly } from '../slots/value-slot.js';

/**
 * Whether an edit ends between the operands of a larger expression, which binds the one it took more tightly than the
 * rule knew: of `key === 13 + shift`, `key === 13` is no part, and of `timeout: 60 * 1000`, `timeout: 60` is none.
 */
export function checkOperands(tree: SyntaxTree, edits: readonly Edit[]): Refusal | null {
  for (const edit of edits) {
    const { range, text } = edit;
    if (range.start === range.end || text === '') continue;
    const around = tree.enclosing(range);
    if (isExactly(around, range)) continue;
    const cut = tree
      .overlapping(range)
      .some(
        (node) => isCut(tree, node, edit, around) || isBeheaded(node, edit, around) || isTakenBySign(tree, node, edit),
      );
    if (cut) return refuse('edit-bounded', 'The edit takes one operand out of a larger expression.');
  }
  return null;
}

function isCut(tree: SyntaxTree, node: Node, { range, text }: Edit, around: Node): boolean {
  if (node.type !== 'BinaryExpression' && node.type !== 'LogicalExpression') return false;
  const isTail = range.start < node.start && range.end < node.end && node.right.start >= range.end;
  const isHead = node.start < range.start && node.end < range.end && node.left.end <= range.start;
  if (!isTail && !isHead) return false;
  if (isHead && node.right.start === range.start && isStillCompared(textOf(tree, node.right), text)) return false;
  const outer = around.type === 'BinaryExpression' || around.type === 'LogicalExpression' ? around : null;
  // `a && b && c` reads the same however its parts are grouped.
  if (outer && outer.type === 'LogicalExpression' && node.type === 'LogicalExpression')
    return outer.operator !== node.operator;
  const operand = isTail ? node.left : node.right;
  return outer !== null || operand.type === 'Literal';
}

/** `a + b == c`, where `b == c` gives way to `b === c`: no comparison binds tighter than what is in front of it. */
function isStillCompared(operand: string, text: string): boolean {
  return text.startsWith(operand) && /^\s*(?:[!=]==?|[<>]=?)(?![<>=])/.test(text.slice(operand.length));
}

/** `'x' === node` → `node === 'x'` where `node.kind` goes on: its member would be asked of something else. */
function isBeheaded(node: Node, { range, text }: Edit, around: Node): boolean {
  if (around.type !== 'BinaryExpression' && around.type !== 'LogicalExpression') return false;
  const head = node.type === 'MemberExpression' ? node.object : node.type === 'CallExpression' ? node.callee : null;
  if (!head || head.end !== range.end || head.start <= range.start) return false;
  return head.type !== 'Identifier' || lastWord(text) !== head.name;
}

/** `typeof m[1] !== undefined`, where `m[1] !== undefined` gives way to `1 in m`: the operator in front would take what is first there. */
function isTakenBySign(tree: SyntaxTree, node: Node, { range, text }: Edit): boolean {
  if (node.type !== 'UnaryExpression' && node.type !== 'AwaitExpression') return false;
  const operand = node.argument;
  if (operand.start !== range.start || node.end >= range.end) return false;
  const kept = textOf(tree, operand);
  return !text.startsWith(kept) || /^\s*(?:[\w$.[(`]|\?\.|\*\*)/.test(text.slice(kept.length));
}

function lastWord(text: string): string | null {
  return /(?<![.\w$])[\w$]+$/.exec(text)?.[0] ?? null;
}
