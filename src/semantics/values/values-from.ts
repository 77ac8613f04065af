import type { Node } from 'oxc-parser';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { comesTo } from './comes-to.js';

/** An expression and all that have its value after it, as far as `comesTo` knows. */
export function valuesFrom(tree: SyntaxTree, first: Node): readonly Node[] {
  return reachedFrom(first, (value) => comesTo(tree, value));
}

/** A node and all that are reached from it, each once. */
export function reachedFrom(first: Node, next: (node: Node) => readonly Node[]): readonly Node[] {
  const reached = new Set([first]);
  // What is added meanwhile is gone through as well.
  for (const node of reached) for (const each of next(node)) reached.add(each);
  return [...reached];
}
