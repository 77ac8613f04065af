import type { Node } from 'oxc-parser';
import { type Binding, nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { isSetBefore, variableValues } from './variable-values.js';

/** What a variable is set to for good; the node itself where it is none. */
export function constantValue(tree: SyntaxTree, node: Node): Node {
  const binding = node.type === 'Identifier' ? nameScopes(tree).resolve(node.name, node) : null;
  return (binding && valueAtUse(tree, binding, node)) ?? node;
}

/** What a name was set to, where nothing can have set it to anything else by the time it is used. */
export function valueAtUse(tree: SyntaxTree, binding: Binding, use: Node): Node | null {
  return constantOf(binding) ?? settledValue(tree, binding, use);
}

/** Of a `let` or `var` that is set where it is declared and nowhere else, once that has happened. */
function settledValue(tree: SyntaxTree, binding: Binding, use: Node): Node | null {
  if (!isSetBefore(tree, binding, use)) return null;
  const [given, ...others] = variableValues(tree, binding) ?? [];
  return given?.operator === '=' && others.length === 0 ? given.value : null;
}

/** What a name is set to for good, whole. */
export function constantOf({ declaration, identifier, kind }: Binding): Node | null {
  const isWhole = kind === 'const' && declaration.type === 'VariableDeclarator' && declaration.id === identifier;
  return isWhole ? declaration.init : null;
}
