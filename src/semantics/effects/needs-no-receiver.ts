import type { Node } from 'oxc-parser';
import { isFunction } from '../../syntax/is-function.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import { boundFunction } from '../../syntax/named-function.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { usesOwnContext } from './uses-own-context.js';

/** An arrow has no `this` of its own, and a function that is written here may not ask for it. */
export function needsNoReceiver(tree: SyntaxTree, node: Node): boolean {
  if (node.type === 'ParenthesizedExpression') return needsNoReceiver(tree, node.expression);
  if (node.type === 'ArrowFunctionExpression') return true;
  if (isFunction(node)) return !tree.children(node).some((child) => usesOwnContext(tree, child));
  const binding = node.type === 'Identifier' ? nameScopes(tree).resolve(node.name, node) : null;
  const named = binding && /^(?:const|function)$/.test(binding.kind) ? boundFunction(binding) : null;
  return named !== null && needsNoReceiver(tree, named);
}
