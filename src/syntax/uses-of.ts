import type { Node } from 'oxc-parser';
import { nameScopes } from './name-scopes.js';
import type { SyntaxTree } from './syntax-tree.js';

/** Where the name is used that an identifier binds, and nothing else of that name. */
export function usesOf(tree: SyntaxTree, identifier: Extract<Node, { type: 'Identifier' }>): readonly Node[] {
  const { references } = nameScopes(tree).named(identifier.name);
  return references.flatMap(({ binding, node }) => (binding?.identifier === identifier ? [node] : []));
}
