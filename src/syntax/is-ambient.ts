import type { Node } from 'oxc-parser';
import type { SyntaxTree } from './syntax-tree.js';

/** Whether code is only declared to be there, and has its value or body elsewhere. */
export function isAmbient(tree: SyntaxTree, node: Node): boolean {
  return tree.lineage(node).some((each) => 'declare' in each && each.declare === true);
}
