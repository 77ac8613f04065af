import type { Node } from 'oxc-parser';
import { isUnbound } from '../../syntax/is-unbound.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { typeBySyntax } from '../values/primitive-type.js';

/** Whether a value is turned into text where it stands, whatever it is: by a template, `+`, `toString` or `String`. */
export function becomesText(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  switch (parent?.type) {
    case 'TemplateLiteral':
      // A tag is given the value itself.
      return tree.parent(parent)?.type !== 'TaggedTemplateExpression';
    case 'BinaryExpression':
      return parent.operator === '+' && [parent.left, parent.right].some((side) => typeBySyntax(side) === 'string');
    case 'MemberExpression':
      return parent.object === node && memberName(parent) === 'toString';
    case 'CallExpression':
      return parent.callee.type === 'Identifier' && isString(tree, parent.callee);
    default:
      return false;
  }
}

function isString(tree: SyntaxTree, callee: Extract<Node, { type: 'Identifier' }>): boolean {
  return callee.name === 'String' && isUnbound(tree, callee);
}
