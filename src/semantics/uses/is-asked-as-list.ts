import type { Node } from 'oxc-parser';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { isToldThere } from './is-told-there.js';

/** Whether a value stands where it was asked to be a list: `Array.isArray(x) && f(x)`, `if (!Array.isArray(x)) return;`. */
export function isAskedAsList(tree: SyntaxTree, value: Node): boolean {
  const asked = `Array.isArray(${textOf(tree, value)})`;
  return isToldThere(tree, value, (test, outcome) => outcome && textOf(tree, test) === asked);
}
