import type { Node } from 'oxc-parser';
import { isFunction } from '../../syntax/is-function.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';

/** Whether other code around a place reckons with bits, as a hash does: who writes `hash | 0` there is after 32 of them. */
export function isAmongBits(tree: SyntaxTree, node: Node): boolean {
  const around = tree.lineage(node).find(isFunction) ?? tree.program;
  return tree.descendants(around).some((each) => {
    if (each === node) return false;
    if (each.type === 'BinaryExpression' || each.type === 'AssignmentExpression') return BITS.test(each.operator);
    return each.type === 'CallExpression' && textOf(tree, each.callee) === 'Math.imul';
  });
}

const BITS = /^(?:[&^]|<<|>>>)=?$/;
