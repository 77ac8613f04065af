import type { Node } from 'oxc-parser';

/** An expression without the brackets around it. */
export function withoutBrackets(node: Node): Node {
  return node.type === 'ParenthesizedExpression' ? withoutBrackets(node.expression) : node;
}
