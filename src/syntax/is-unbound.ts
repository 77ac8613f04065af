import type { Node } from 'oxc-parser';
import { isAmbient } from './is-ambient.js';
import { nameScopes } from './name-scopes.js';
import type { SyntaxTree } from './syntax-tree.js';

/** Whether nothing in its file makes what a name stands for: it is a global's, or nobody's. `declare` only speaks of one. */
export function isUnbound(tree: SyntaxTree, name: Extract<Node, { type: 'Identifier' }>): boolean {
  const binding = nameScopes(tree).resolve(name.name, name);
  return binding === null || isAmbient(tree, binding.declaration);
}
