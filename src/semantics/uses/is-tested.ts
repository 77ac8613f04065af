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
    // What is on the left of && is tested, and is what comes of the whole where it is false.
    case 'LogicalExpression':
    case 'ParenthesizedExpression':
      return isTested(tree, parent);
    default:
      return false;
  }
}
