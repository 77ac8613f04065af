import type { Node } from 'oxc-parser';
import { type Binding, nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

/** What a variable is set to for good; the node itself where it is none. */
export function constantValue(tree: SyntaxTree, node: Node): Node {
  const binding = node.type === 'Identifier' ? nameScopes(tree).resolve(node.name, node) : null;
  return (binding && constantOf(binding)) ?? node;
}

/** What a name is set to for good, whole. */
export function constantOf({ declaration, identifier, kind }: Binding): Node | null {
  const isWhole = kind === 'const' && declaration.type === 'VariableDeclarator' && declaration.id === identifier;
  return isWhole ? declaration.init : null;
}
