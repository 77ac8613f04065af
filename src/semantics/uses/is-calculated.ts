import type { Node } from 'oxc-parser';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { typeBySyntax } from '../values/primitive-type.js';

/** Whether an expression is used as a number: calculated with, compared by size, or asked for a number's methods. */
export function isCalculated(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  switch (parent?.type) {
    case 'ParenthesizedExpression':
      return isCalculated(tree, parent);
    case 'BinaryExpression':
      if (/^[!=]==?$/.test(parent.operator)) {
        return [parent.left, parent.right].some((side) => side.type === 'Literal' && typeof side.value === 'number');
      }
      return parent.operator !== '+' || ![parent.left, parent.right].some((side) => typeBySyntax(side) === 'string');
    case 'UnaryExpression':
      return /^[-+~]$/.test(parent.operator);
    case 'UpdateExpression':
      return true;
    case 'AssignmentExpression':
      return !/^(?:\|\||&&|\?\?)?=$/.test(parent.operator);
    case 'MemberExpression':
      return parent.object === node && memberName(parent) !== 'toString';
    case 'CallExpression':
      return /^(?:Math|Number)\b/.test(textOf(tree, parent.callee));
    default:
      return false;
  }
}
