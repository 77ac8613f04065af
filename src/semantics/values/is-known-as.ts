import type { Node } from 'oxc-parser';
import type { TypeOracle } from '../../model/type-oracle.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { onePrimitive, typesOf } from './primitive-type.js';
import { valueKinds } from './value-kinds.js';

/** Whether a value is of one primitive type for certain: by its types, or by what its own file declares. */
export function isKnownAs(
  tree: SyntaxTree,
  node: Node,
  type: 'string' | 'number' | 'boolean',
  oracle: TypeOracle | undefined,
): boolean {
  if (onePrimitive(typesOf(tree, node, oracle)) === type) return true;
  const [kind, ...others] = valueKinds(tree, node);
  return kind === type && others.length === 0;
}
