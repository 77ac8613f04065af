import type { Node } from 'oxc-parser';
import type { SyntaxTree } from './syntax-tree.js';

/** Whether a statement is the last one of the body of something, such as a function, by itself or in its last branches. */
export function isLastOf(tree: SyntaxTree, statement: Node, isHolder: (node: Node) => boolean): boolean {
  const parent = tree.parent(statement);
  if (parent?.type === 'IfStatement') return isLastOf(tree, parent, isHolder);
  if (parent?.type !== 'BlockStatement' || parent.body.at(-1) !== statement) return false;
  const holder = tree.parent(parent);
  return holder !== null && (isHolder(holder) || isLastOf(tree, parent, isHolder));
}
