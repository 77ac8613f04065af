import type { Node } from 'oxc-parser';
import { nameScopes } from './name-scopes.js';
import type { SyntaxTree } from './syntax-tree.js';

/** Whether nothing in its file declares what a name stands for: it is a global's, or nobody's. */
export function isUnbound(tree: SyntaxTree, name: Extract<Node, { type: 'Identifier' }>): boolean {
  return nameScopes(tree).resolve(name.name, name) === null;
}
