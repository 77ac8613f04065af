import type { Node } from 'oxc-parser';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

/** Whether a name or member is given another value where it stands: assigned, counted up, or filled by a pattern or loop. */
export function isWritten(tree: SyntaxTree, node: Node): boolean {
  for (let child = node, parent = tree.parent(node); parent; child = parent, parent = tree.parent(parent)) {
    switch (parent.type) {
      case 'AssignmentExpression':
        return parent.left === child;
      case 'UpdateExpression':
        return true;
      case 'ForInStatement':
      case 'ForOfStatement':
        return parent.left === child;
      case 'ObjectPattern':
      case 'ArrayPattern':
      case 'RestElement':
      case 'AssignmentPattern':
      case 'Property':
      case 'ParenthesizedExpression':
      case 'TSNonNullExpression':
      case 'TSAsExpression':
        break;
      default:
        return false;
    }
  }
  return false;
}
