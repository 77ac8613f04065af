import type { Node } from 'oxc-parser';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

/** Whether anybody sees the value of an expression: not where it is a statement, or what a loop does between its rounds. */
export function isValueUsed(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  switch (parent?.type) {
    case 'ExpressionStatement':
      return false;
    case 'ForStatement':
      return parent.test === node;
    case 'SequenceExpression':
      return parent.expressions.at(-1) === node && isValueUsed(tree, parent);
    case 'ParenthesizedExpression':
    case 'ChainExpression':
      return isValueUsed(tree, parent);
    case 'UnaryExpression':
      return parent.operator !== 'void';
    default:
      return true;
  }
}
