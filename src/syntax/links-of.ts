import type { Node } from 'oxc-parser';

/** The operands of a chain of one logical operator, however it is bracketed; another expression is the only one of its own. */
export function linksOf(node: Node, operator: string): readonly Node[] {
  if (node.type !== 'LogicalExpression' || node.operator !== operator) return [node];
  return [...linksOf(node.left, operator), ...linksOf(node.right, operator)];
}
