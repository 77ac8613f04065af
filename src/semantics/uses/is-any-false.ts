import type { Node } from 'oxc-parser';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { isTested } from './is-tested.js';

/** Whether it makes no difference which false value a value is: || puts another in its place, or nothing is shown. */
export function isAnyFalse(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  switch (parent?.type) {
    case 'LogicalExpression':
      return (parent.operator === '||' && parent.left === node) || isAnyFalse(tree, parent);
    case 'ParenthesizedExpression':
      return isAnyFalse(tree, parent);
    case 'JSXExpressionContainer':
      // Only 0 would be shown, which nobody asks for a member.
      return /^JSX(?:Element|Fragment)$/.test(tree.parent(parent)?.type ?? '');
    default:
      return isTested(tree, node);
  }
}
