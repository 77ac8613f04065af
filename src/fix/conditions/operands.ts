import { onePrimitive, typesOf } from '../../semantics/values/primitive-type.js';
import type { Predicate } from './predicate.js';

/** `operands: primitive`: both sides of the matched operator are known to be of one and the same primitive type. */
export const operands: Predicate = ({ tree, match, site }) => {
  const node =
    match &&
    tree
      .lineage(tree.enclosing(match.range))
      .find((each) => each.type === 'BinaryExpression' || each.type === 'LogicalExpression');
  if (node?.type !== 'BinaryExpression' && node?.type !== 'LogicalExpression') return 'The match has no two operands.';
  if (node.left.type === 'PrivateIdentifier') return 'The left operand is no value.';
  const left = onePrimitive(typesOf(tree, node.left, site.types));
  const right = onePrimitive(typesOf(tree, node.right, site.types));
  return left !== null && left === right ? null : 'The operands are not known to be of one primitive type.';
};
