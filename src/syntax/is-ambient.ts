import type { Node } from 'oxc-parser';
import type { SyntaxTree } from './syntax-tree.js';

/** Whether code is only declared to be there, and has its value or body elsewhere. */
export function isAmbient(tree: SyntaxTree, node: Node): boolean {
  return tree.lineage(node).some(isDeclared);
}

/** Whether code says so itself. */
export function isDeclared(node: Node): boolean {
  return 'declare' in node && node.declare === true;
}
