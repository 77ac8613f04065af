import type { Node } from 'oxc-parser';
import type { ValueType } from '../../model/type-oracle.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { typeBySyntax } from './primitive-type.js';

/** Which kinds of nothing a test asks a value for; none where it asks for truth. */
export function askedNothing(tree: SyntaxTree, test: Node, value: Node): ReadonlySet<ValueType> {
  if (test.type === 'LogicalExpression') {
    return new Set([...askedNothing(tree, test.left, value), ...askedNothing(tree, test.right, value)]);
  }
  if (test.type !== 'BinaryExpression' || !/^[!=]==?$/.test(test.operator)) return new Set();
  const sides: readonly Node[] = [test.left, test.right];
  if (!sides.some((side) => textOf(tree, side) === textOf(tree, value))) return new Set();
  const nothing = sides.map(typeBySyntax).filter((type) => type === 'null' || type === 'undefined');
  return new Set(test.operator.length === 2 && nothing.length > 0 ? ['null', 'undefined'] : nothing);
}
