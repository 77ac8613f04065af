import type { Node } from 'oxc-parser';
import { isFunction } from '../../syntax/is-function.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { usesOwnContext } from './uses-own-context.js';

/** An arrow has no `this` of its own, and a function that is written here may not ask for it. */
export function needsNoReceiver(tree: SyntaxTree, node: Node): boolean {
  if (node.type === 'ParenthesizedExpression') return needsNoReceiver(tree, node.expression);
  if (node.type === 'ArrowFunctionExpression') return true;
  if (isFunction(node)) return !tree.children(node).some((child) => usesOwnContext(tree, child));
  const binding = node.type === 'Identifier' ? nameScopes(tree).resolve(node.name, node) : null;
  const declaration = binding?.declaration;
  if (binding?.kind === 'function' && declaration) return isFunction(declaration) && needsNoReceiver(tree, declaration);
  if (binding?.kind !== 'const' || declaration?.type !== 'VariableDeclarator') return false;
  const init = declaration.id === binding.identifier ? declaration.init : null;
  return init !== null && isFunction(init) && needsNoReceiver(tree, init);
}
