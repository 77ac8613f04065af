import type { Node } from 'oxc-parser';
import type { TypeOracle } from '../../model/type-oracle.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { onePrimitive, typesOf } from './primitive-type.js';
import { oneKind } from './value-kinds.js';

/** Whether a value is of one primitive type for certain: by its types, or by what its own file declares. */
export function isKnownAs(
  tree: SyntaxTree,
  node: Node,
  type: 'string' | 'number' | 'boolean',
  oracle: TypeOracle | undefined,
): boolean {
  return onePrimitive(typesOf(tree, node, oracle)) === type || oneKind(tree, node) === type;
}
