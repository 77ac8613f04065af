import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isValueUsed } from '../../semantics/uses/is-value-used.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `return list[list.length] = x` → `return list.push(x)`: the one gives what is set, the other whatever the call answers. */
export const usedAssignment: Trap = ({ before: tree, after, places }) => {
  for (const { was, made } of places) {
    if (was.type !== 'AssignmentExpression' || made.type !== 'CallExpression') continue;
    if (textOf(after, made).includes(textOf(tree, was)) || !isTaken(tree, was)) continue;
    return refuse('same-result', 'What is set is used as a value here, and the call gives something else.');
  }
  return null;
};

/** What a callback gives that is written into a call or an attribute is mostly nobody's. */
function isTaken(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  if (parent?.type === 'ParenthesizedExpression') return isTaken(tree, parent);
  if (parent?.type !== 'ArrowFunctionExpression') return isValueUsed(tree, node);
  const holder = tree.parent(parent);
  return holder?.type !== 'CallExpression' && holder?.type !== 'JSXExpressionContainer';
}
