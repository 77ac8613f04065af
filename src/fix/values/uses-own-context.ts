import type { Node } from 'oxc-parser';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

/** Whether code says `this`, `super`, `arguments` or `new.target` of the function around it. */
export function usesOwnContext(tree: SyntaxTree, node: Node): boolean {
  switch (node.type) {
    case 'ThisExpression':
    case 'Super':
      return true;
    case 'MetaProperty':
      return node.meta.name === 'new';
    case 'Identifier':
      return node.name === 'arguments' || node.name === 'this';
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ClassBody':
      return false;
    default:
      return tree.children(node).some((child) => usesOwnContext(tree, child));
  }
}
