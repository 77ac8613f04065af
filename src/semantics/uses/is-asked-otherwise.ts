import type { Node } from 'oxc-parser';
import { calledName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { usesOf } from '../../syntax/uses-of.js';

/** Whether the code asks if a name holds something of another type than it is declared to: it does not rely on that. */
export function isAskedOtherwise(tree: SyntaxTree, node: Node, type: string): boolean {
  const binding = node.type === 'Identifier' ? nameScopes(tree).resolve(node.name, node) : null;
  if (binding?.identifier.type !== 'Identifier') return false;
  return usesOf(tree, binding.identifier).some((use) => asksOther(tree, use, type));
}

function asksOther(tree: SyntaxTree, use: Node, type: string): boolean {
  const parent = tree.parent(use);
  switch (parent?.type) {
    case 'UnaryExpression': {
      const comparison = parent.operator === 'typeof' ? tree.parent(parent) : null;
      if (comparison?.type !== 'BinaryExpression') return false;
      const other = comparison.left === parent ? comparison.right : comparison.left;
      return other.type === 'Literal' && other.value !== type && other.value !== 'undefined';
    }
    case 'BinaryExpression':
      return parent.operator === 'instanceof' && parent.left === use;
    case 'CallExpression':
      return parent.arguments[0] === use && OF_OBJECTS.test(calledName(parent.callee) ?? '');
    default:
      return false;
  }
}

const OF_OBJECTS = /^is(?:Array|Date|Function|Iterable|Map|Object|PlainObject|RegExp|Set|String)$/;
