import type { Node } from 'oxc-parser';

/** `a`, `b` and `c` of `a && b && c`, however they are grouped; the node itself where it is no such chain. */
export function logicalLinks(node: Node, operator: string): readonly Node[] {
  if (node.type !== 'LogicalExpression' || node.operator !== operator) return [node];
  return [...logicalLinks(node.left, operator), ...logicalLinks(node.right, operator)];
}
