import { type Binding, nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { isWritten } from './is-written.js';

/** Whether a name is given another value than the one it is declared with. */
export function isSetAgain(tree: SyntaxTree, { identifier, name }: Binding): boolean {
  const { references } = nameScopes(tree).named(name);
  return references.some((each) => each.binding?.identifier === identifier && isWritten(tree, each.node));
}
