import type { Node } from 'oxc-parser';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

/** Where a named type is declared in this file. */
export function declarationOf(tree: SyntaxTree, type: Node): Node | null {
  if (type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return null;
  return nameScopes(tree).resolve(type.typeName.name, type)?.declaration ?? null;
}
