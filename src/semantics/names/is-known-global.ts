import type { Node } from 'oxc-parser';
import { isUnbound } from '../../syntax/is-unbound.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { KNOWN_GLOBALS } from './known-globals.js';

/** Whether code is the name of a global that every project has, and no declaration of its file hides. */
export function isKnownGlobal(tree: SyntaxTree, node: Node): boolean {
  return node.type === 'Identifier' && KNOWN_GLOBALS.has(node.name) && isUnbound(tree, node);
}
