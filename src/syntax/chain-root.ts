import type { Node } from 'oxc-parser';

/** What a chain of members and calls begins with: `res` of `res.status(404).end`. */
export function chainRoot(node: Node): Node {
  if (node.type === 'MemberExpression') return chainRoot(node.object);
  return node.type === 'CallExpression' ? chainRoot(node.callee) : node;
}
