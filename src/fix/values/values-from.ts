import type { Node } from 'oxc-parser';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { comesTo } from './comes-to.js';

/** An expression and all that have its value after it, as far as `comesTo` knows. */
export function valuesFrom(tree: SyntaxTree, first: Node): readonly Node[] {
  const values = new Set([first]);
  // What is added meanwhile is gone through as well.
  for (const value of values) for (const next of comesTo(tree, value)) values.add(next);
  return [...values];
}
