import type { Node } from 'oxc-parser';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { usesOf } from '../../syntax/uses-of.js';
import { isDeleted, isWritten } from '../names/is-written.js';

/** Whether nothing but names is taken of a module: `require('m').a`, `const { a } = require('m')`, `m.a` of its variable. */
export function takesNames(tree: SyntaxTree, value: Node): boolean {
  const parent = tree.parent(value);
  switch (parent?.type) {
    case 'ExpressionStatement':
      return true;
    case 'AwaitExpression':
    case 'ParenthesizedExpression':
      return takesNames(tree, parent);
    case 'MemberExpression':
      return (
        parent.object === value && memberName(parent) !== null && !isWritten(tree, parent) && !isDeleted(tree, parent)
      );
    case 'VariableDeclarator':
      return isTakenApart(tree, parent.id);
    default:
      return false;
  }
}

/** Whether nothing but names is taken of the module that a variable or parameter is. */
export function isTakenApart(tree: SyntaxTree, target: Node): boolean {
  if (target.type !== 'Identifier') return target.type === 'ObjectPattern';
  return usesOf(tree, target).every((use) => tree.parent(use)?.type === 'MemberExpression' && takesNames(tree, use));
}
