import type { Node } from 'oxc-parser';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { usesOf } from '../../syntax/uses-of.js';
import { isDeleted, isFilled, isWritten } from '../names/is-written.js';
import { constantValue } from './constant-value.js';

/** Whether a value is written here as literals, and lists and objects of such, which any way of copying copies alike. */
export function isPlainData(tree: SyntaxTree, node: Node): boolean {
  switch (node.type) {
    case 'Literal':
      return !('regex' in node);
    case 'ArrayExpression':
      return node.elements.every((each) => each !== null && isPlainData(tree, each));
    case 'ObjectExpression':
      return node.properties.every((each) => each.type === 'Property' && isPlainData(tree, each.value));
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return isPlainData(tree, node.expression);
    case 'Identifier': {
      const value = constantValue(tree, node);
      return value !== node && value.type !== 'Identifier' && isPlainData(tree, value) && staysAsItIs(tree, node);
    }
    default:
      return false;
  }
}

/** Whether nothing in the file sets a member of what a name is set to. */
function staysAsItIs(tree: SyntaxTree, name: Extract<Node, { type: 'Identifier' }>): boolean {
  const identifier = nameScopes(tree).resolve(name.name, name)?.identifier;
  if (identifier?.type !== 'Identifier') return false;
  return usesOf(tree, identifier).every((use) => {
    let member: Node = use;
    for (let parent = tree.parent(member); parent?.type === 'MemberExpression' && parent.object === member; ) {
      member = parent;
      parent = tree.parent(member);
    }
    return !isWritten(tree, member) && !isDeleted(tree, member) && !isFilled(tree, member);
  });
}
