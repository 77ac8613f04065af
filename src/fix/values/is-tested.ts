import type { Node } from 'oxc-parser';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

/** Whether a value is used for its truth alone: the test of a branch or loop, or part of one. */
export function isTested(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  switch (parent?.type) {
    case 'IfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForStatement':
      return parent.test === node;
    case 'ConditionalExpression':
      return parent.test === node || isTested(tree, parent);
    case 'UnaryExpression':
      return parent.operator === '!';
    case 'LogicalExpression':
      // Whatever is on the left of && is tested, whatever becomes of the whole.
      return (parent.operator === '&&' && parent.left === node) || isTested(tree, parent);
    case 'ParenthesizedExpression':
      return isTested(tree, parent);
    default:
      return false;
  }
}
