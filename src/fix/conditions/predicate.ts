import type { Node } from 'oxc-parser';
import type { Match } from '../../model/fix-site.js';
import { isRefusal } from '../../model/refusal.js';
import { type Call, isCall } from '../../syntax/is-call.js';
import { isFunction } from '../../syntax/is-function.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { FixTask } from '../draft.js';
import { findAdjacentValue } from '../slots/adjacent-value.js';
import { findValueSlot } from '../slots/value-slot.js';

/**
 * Whether a condition holds at a site.
 * @returns null when it does, else one sentence why it does not or cannot be told
 */
export type Predicate = (task: FixTask, argument: string | null) => string | null;

/** The value the match is about: inside it, or behind the key or operator it ends with. */
export function valueAt(tree: SyntaxTree, match: Match | null): Node | null {
  if (!match) return null;
  for (const find of [findAdjacentValue, findValueSlot]) {
    const slot = find(tree, match.range);
    if (slot && !isRefusal(slot)) return slot.node;
  }
  return null;
}

/** The call or construction whose callee the match touches. */
export function callAt(tree: SyntaxTree, match: Pick<Match, 'range'> | null): Call | null {
  if (!match) return null;
  for (const node of tree.lineage(tree.enclosing(match.range))) {
    if (isCall(node)) {
      return node.callee.start < match.range.end && match.range.start < node.callee.end ? node : null;
    }
    if (/Statement$|Declaration$/.test(node.type)) return null;
  }
  return null;
}

/** Whether an expression is a statement of its own, awaited or not. */
export function isUnused(tree: SyntaxTree, expression: Node): boolean {
  const user = tree
    .lineage(expression)
    .find((node) => node !== expression && !/^(?:Chain|Await|Parenthesized)Expression$/.test(node.type));
  return user?.type === 'ExpressionStatement';
}

/** Whether a node stands in the block of a `try`, not counting those around its function. */
export function isInTry(tree: SyntaxTree, node: Node): boolean {
  let inner = node;
  for (const outer of tree.lineage(node)) {
    if (outer.type === 'TryStatement' && outer.block === inner) return true;
    if (isFunction(outer)) return false;
    inner = outer;
  }
  return false;
}
