import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { onePrimitive, typesOf } from '../../semantics/values/primitive-type.js';
import { memberName } from '../../syntax/member-name.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `list.length === 0` → `!list[0]`: the first element may be there and be 0, false or an empty text. */
export const firstElement: Trap = ({ before: tree, after, places, site }) => {
  for (const { was, made } of places) {
    const [list, asked] = [measured(was), firstOf(made)];
    if (!list || !asked || textOf(tree, list) !== textOf(after, asked)) continue;
    if (onePrimitive(typesOf(tree, list, site.types)) !== 'string') return FALSY;
  }
  return null;
};

const FALSY = refuse('truth-only', 'The first element may be there and be 0, false or an empty text.');

/** `list` of `list.length === 0`, `list.length > 0`, `!list.length` */
function measured(node: Node): Node | null {
  if (node.type === 'BinaryExpression') return measured(node.right.type === 'Literal' ? node.left : node.right);
  if (node.type === 'UnaryExpression') return measured(node.argument);
  return node.type === 'MemberExpression' && memberName(node) === 'length' ? node.object : null;
}

/** `list` of `list[0]`, `!list[0]` and `list.at(0)` */
function firstOf(node: Node): Node | null {
  if (node.type === 'UnaryExpression') return node.operator === '!' ? firstOf(node.argument) : null;
  if (node.type === 'CallExpression') {
    const [at] = node.arguments;
    const isAt = node.callee.type === 'MemberExpression' && memberName(node.callee) === 'at';
    return isAt && at && isZero(at) && node.callee.type === 'MemberExpression' ? node.callee.object : null;
  }
  return node.type === 'MemberExpression' && node.computed && isZero(node.property) ? node.object : null;
}

function isZero(node: Node): boolean {
  return node.type === 'Literal' && node.value === 0;
}
