import type { Node } from 'oxc-parser';
import { isOuterExpression } from '../../syntax/is-outer-expression.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';

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
        break;
      default:
        if (!isOuterExpression(parent)) return false;
    }
  }
  return false;
}

/** Whether it is what a `delete` takes away. */
export function isDeleted(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  return parent !== null && isDelete(parent);
}

export function isDelete(node: Node): boolean {
  return node.type === 'UnaryExpression' && node.operator === 'delete';
}

/** Whether it is an object that a call such as `Object.assign` sets members of. */
export function isFilled(tree: SyntaxTree, node: Node): boolean {
  const call = tree.parent(node);
  return call?.type === 'CallExpression' && call.arguments[0] === node && FILLS.test(textOf(tree, call.callee));
}

const FILLS = /^Object\.(?:assign|defineProperty|defineProperties|setPrototypeOf)$/;
