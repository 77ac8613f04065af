import type { Node } from 'oxc-parser';

/** What is given arguments. */
export type Call = Extract<Node, { type: 'CallExpression' | 'NewExpression' }>;

/** Whether a node calls or constructs something. */
export function isCall(node: Node): node is Call {
  return node.type === 'CallExpression' || node.type === 'NewExpression';
}
