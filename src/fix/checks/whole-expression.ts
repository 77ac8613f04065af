import type { Node } from 'oxc-parser';
import type { Edit } from '../../model/edit.js';
import type { TextRange } from '../../model/position.js';
import { isRefusal } from '../../model/refusal.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { isExactly } from '../slots/value-slot.js';
import { editedRanges } from './edited-ranges.js';
import { verifyEdits } from './verify-edits.js';

/**
 * An edit of everything behind the head of an expression, arguments perhaps left out, as the replacement of that
 * expression, where it makes another kind of it: `list.indexOf(x) !== -1` → `list.includes(x)`, `it.only(…)` → `it(…)`.
 * The head has to stay the head: a whole operand before and after.
 */
export function wholeExpression(tree: SyntaxTree, edit: Edit): Edit | null {
  const { range, text } = edit;
  const node = tree.enclosing(range);
  const isTail = node.end === range.end || endsBeforeArguments(node, range);
  if (!isTail || node.start === range.start || !(REMADE.has(node.type) || isStatement(tree, node))) return null;
  const head = headOf(tree, node, range, text);
  if (!isExactly(tree.enclosing(head), head) || !isRefusal(verifyEdits(tree, [edit]))) return null;
  const written = tree.text.slice(head.start, range.start) + text + tree.text.slice(range.end, node.end);
  const whole = { range: { start: node.start, end: node.end }, text: written };
  const after = verifyEdits(tree, [whole]);
  if (isRefusal(after)) return null;
  const [made] = editedRanges([whole]);
  const isHead = made && isExactly(after.enclosing(made), made) && isExactly(after.enclosing(head), head);
  return isHead ? whole : null;
}

/** `link.onclick = open`, of which nobody takes the value. */
function isStatement(tree: SyntaxTree, node: Node): boolean {
  return node.type === 'AssignmentExpression' && tree.parent(node)?.type === 'ExpressionStatement';
}

function endsBeforeArguments(node: Node, { end }: TextRange): boolean {
  return node.type === 'CallExpression' && node.callee.end < end && end <= (node.arguments[0]?.start ?? node.end - 1);
}

/** In front of the edit, or of the member that it begins with and leaves in its place: `this` of `this.n++` → `this.n += 1`. */
function headOf(tree: SyntaxTree, node: Node, range: TextRange, text: string): TextRange {
  // In a chain over lines, the next link begins its own.
  const plain = { start: node.start, end: tree.text.slice(0, range.start).trimEnd().length };
  const member = firstOf(node);
  if (member?.type !== 'MemberExpression' || member.computed || member.property.start !== range.start) return plain;
  const mentions = (code: string): number =>
    [...code.matchAll(/[\w$]+/g)].filter(([word]) => word === member.property.name).length;
  const once = mentions(textOf(tree, range)) === 1 && mentions(text) === 1;
  return once && text.startsWith(member.property.name) ? { start: member.object.start, end: member.object.end } : plain;
}

/** What an expression begins with: the operand that is counted up, the left one, or what is called. */
function firstOf(node: Node): Node | null {
  switch (node.type) {
    case 'UpdateExpression':
      return node.argument;
    case 'BinaryExpression':
      return node.left;
    case 'CallExpression':
      return node.callee;
    default:
      return null;
  }
}

const REMADE: ReadonlySet<string> = new Set([
  'BinaryExpression',
  'LogicalExpression',
  'ConditionalExpression',
  'CallExpression',
  'MemberExpression',
  'UpdateExpression',
]);
