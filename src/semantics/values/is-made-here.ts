import type { Node } from 'oxc-parser';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { isMade } from './is-made.js';

/** Made where it is declared; of what is given, or a part of something, there is another holder. */
export function isMadeHere(tree: SyntaxTree, name: Extract<Node, { type: 'Identifier' }>): boolean {
  const declaration = nameScopes(tree).resolve(name.name, name)?.declaration;
  if (declaration?.type !== 'VariableDeclarator' || declaration.id.type !== 'Identifier') return false;
  const { init } = declaration;
  return init === null || isMade(init);
}
