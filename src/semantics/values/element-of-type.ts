import type { Node } from 'oxc-parser';
import { isUnbound } from '../../syntax/is-unbound.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { declarationOf } from './declaration-of.js';

/** How many names of types are followed. */
const DEPTH = 8;

/** `T` of `T[]`, `readonly T[]` and `Array<T>`, aliases followed; null of any other type. */
export function elementOfType(tree: SyntaxTree, type: Node | null, depth = 0): Node | null {
  if (type === null || depth > DEPTH) return null;
  if (type.type === 'TSArrayType') return type.elementType;
  if (type.type === 'TSTypeOperator' || type.type === 'TSParenthesizedType') {
    return elementOfType(tree, type.typeAnnotation, depth + 1);
  }
  if (type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return null;
  const declaration = declarationOf(tree, type);
  if (declaration?.type === 'TSTypeAliasDeclaration' && !declaration.typeParameters) {
    return elementOfType(tree, declaration.typeAnnotation, depth + 1);
  }
  const isList = /^(?:Readonly)?Array$/.test(type.typeName.name) && isUnbound(tree, type.typeName);
  return isList ? (type.typeArguments?.params[0] ?? null) : null;
}
