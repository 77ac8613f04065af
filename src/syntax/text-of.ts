import type { TextRange } from '../model/position.js';
import type { SyntaxTree } from './syntax-tree.js';

/** A node as it is written. */
export function textOf(tree: SyntaxTree, { start, end }: TextRange): string {
  return tree.text.slice(start, end);
}
