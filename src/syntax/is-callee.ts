import type { Node } from 'oxc-parser';
import type { SyntaxTree } from './syntax-tree.js';

/** Whether an expression is what a call calls. */
export function isCallee(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  return parent?.type === 'CallExpression' && parent.callee === node;
}
