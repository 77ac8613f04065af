import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedPairs, type Trap } from '../trap.js';

/** `isLocal ? localStorage : sessionStorage` → both the same, also of an `if`: the choice was there for a reason. */
export const sameBranches: Trap = (change) => {
  const pairs = changedPairs(change, 'ConditionalExpression', 'LogicalExpression', 'IfStatement');
  return pairs.some(({ old, next }) => isOne(change.after, next) && !isOne(change.before, old))
    ? refuse('same-result', 'Both branches would be the same, and nothing be left to choose.')
    : null;
};

type Choice = Extract<Node, { type: 'ConditionalExpression' | 'LogicalExpression' | 'IfStatement' }>;

function isOne(tree: SyntaxTree, choice: Choice): boolean {
  const [one, other] =
    choice.type === 'LogicalExpression' ? [choice.left, choice.right] : [choice.consequent, choice.alternate];
  return other !== null && textOf(tree, one) === textOf(tree, other);
}
