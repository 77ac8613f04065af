import type { Node } from 'oxc-parser';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

/** What a variable is set to for good; the node itself where it is none. */
export function constantValue(tree: SyntaxTree, node: Node): Node {
  const binding = node.type === 'Identifier' ? nameScopes(tree).resolve(node.name, node) : null;
  const { declaration, identifier, kind } = binding ?? {};
  const isConstant = kind === 'const' && declaration?.type === 'VariableDeclarator' && declaration.id === identifier;
  return (isConstant && declaration.init) || node;
}
