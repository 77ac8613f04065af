import { constantValue } from '../../semantics/values/constant-value.js';
import { isTextOrMissing, onePrimitive, typesOf } from '../../semantics/values/primitive-type.js';
import type { Predicate } from './predicate.js';

/**
 * `operands: primitive`: both sides of the matched operator are known to be of one and the same primitive type. What
 * is text or missing, such as a setting of the process, counts as text wherever it is compared, since it is never null.
 */
export const operands: Predicate = ({ tree, match, site }) => {
  const node =
    match &&
    tree
      .lineage(tree.enclosing(match.range))
      .find((each) => each.type === 'BinaryExpression' || each.type === 'LogicalExpression');
  if (node?.type !== 'BinaryExpression' && node?.type !== 'LogicalExpression') return 'The match has no two operands.';
  if (node.left.type === 'PrivateIdentifier') return 'The left operand is no value.';
  const isCompared = /^[!=]==?$/.test(node.operator);
  const [left, right] = [node.left, node.right].map((side) =>
    isCompared && isTextOrMissing(tree, constantValue(tree, side))
      ? 'string'
      : onePrimitive(typesOf(tree, side, site.types)),
  );
  return left && left === right ? null : 'The operands are not known to be of one primitive type.';
};
