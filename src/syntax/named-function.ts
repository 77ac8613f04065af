import type { Node } from 'oxc-parser';
import { type FunctionNode, isFunction } from './is-function.js';
import { type Binding, nameScopes } from './name-scopes.js';
import type { SyntaxTree } from './syntax-tree.js';

/**
 * The function that an expression is, or whose name it is: declared in this file, or what a variable is declared with.
 * Null of what another file, a caller or a pattern gives. A variable may be given another one later.
 */
export function namedFunction(tree: SyntaxTree, node: Node): FunctionNode | null {
  if (isFunction(node)) return node;
  const binding = node.type === 'Identifier' ? nameScopes(tree).resolve(node.name, node) : null;
  return binding && boundFunction(binding);
}

/** The same of what a name is bound to. */
export function boundFunction({ declaration, identifier, kind }: Binding): FunctionNode | null {
  // A parameter is declared by the function it is one of; what is called is another one.
  if (kind === 'parameter') return null;
  const made =
    declaration.type === 'VariableDeclarator' && declaration.id === identifier ? declaration.init : declaration;
  return made && isFunction(made) ? made : null;
}
