import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `Object.keys(x).length === 0` → `JSON.stringify(x) === '{}'`: JSON leaves out functions and what is undefined, and asks `toJSON`. */
export const emptyText: Trap = ({ before: tree, after, places }) => {
  const isNew = places.some(({ was, made }) => comparesText(after, made) && !/\bJSON\b/.test(textOf(tree, was)));
  return isNew
    ? refuse(
        'same-result',
        'JSON leaves out members that are undefined or functions, so that what holds them looks empty.',
      )
    : null;
};

/** `JSON.stringify(x) === '{}'` */
function comparesText(tree: SyntaxTree, node: Node): boolean {
  if (node.type !== 'BinaryExpression' || !/^[!=]==?$/.test(node.operator)) return false;
  const sides = [node.left, node.right];
  const isEmpty = sides.some((each) => each.type === 'Literal' && (each.value === '{}' || each.value === '[]'));
  return (
    isEmpty && sides.some((each) => each.type === 'CallExpression' && textOf(tree, each.callee) === 'JSON.stringify')
  );
}
