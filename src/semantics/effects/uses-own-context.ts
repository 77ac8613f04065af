import type { Node } from 'oxc-parser';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

/**
 * Whether code says `this`, `super`, `arguments` or `new.target` of the function around it. Functions in it have their
 * own, and so have the members of a class but for their calculated names.
 * @param sharesThis `this` is the one further out as well, and does not count
 */
export function usesOwnContext(tree: SyntaxTree, node: Node, sharesThis = false): boolean {
  switch (node.type) {
    case 'ThisExpression':
      return !sharesThis;
    case 'Super':
      return true;
    case 'MetaProperty':
      return node.meta.name === 'new';
    case 'Identifier':
      return node.name === 'arguments' || (node.name === 'this' && !sharesThis);
    case 'FunctionDeclaration':
    case 'FunctionExpression':
      return false;
    case 'ClassBody':
      return node.body.some(
        (each) => 'computed' in each && each.computed && usesOwnContext(tree, each.key, sharesThis),
      );
    default:
      return tree.children(node).some((child) => usesOwnContext(tree, child, sharesThis));
  }
}
