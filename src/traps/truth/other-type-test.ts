import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/**
 * `typeof x === 'string'` → `x.trim` reads a member of null where there was an answer before; of `typeof n === 'number'` →
 * `Number.isFinite(n)` the answer is another one, for NaN and Infinity.
 */
export const otherTypeTest: Trap = ({ before: tree, after, places }) => {
  for (const { was, made } of places) {
    const asked = was.type === 'BinaryExpression' ? askedIn(was) : null;
    if (!asked) continue;
    const name = textOf(tree, asked);
    if (readsMember(after, withoutSign(made), name)) {
      return refuse('typeof-guard', `typeof can be asked of null and undefined, which "${name}" may be.`);
    }
    if (asksNumber(after, withoutSign(made), name)) {
      return refuse('same-result', 'NaN and Infinity are numbers to typeof, and none to the other question.');
    }
  }
  return null;
};

/** `x` of `typeof x === 'string'` */
function askedIn({ operator, left, right }: Extract<Node, { type: 'BinaryExpression' }>): Node | null {
  if (!/^[!=]==?$/.test(operator)) return null;
  for (const side of [left, right])
    if (side.type === 'UnaryExpression' && side.operator === 'typeof') return side.argument;
  return null;
}

function withoutSign(node: Node): Node {
  return node.type === 'UnaryExpression' && node.operator === '!' ? withoutSign(node.argument) : node;
}

/** `x.trim`, `x.constructor === String`, `x.call()`: no part before it has asked whether there is something. */
function readsMember(tree: SyntaxTree, node: Node, name: string): boolean {
  switch (node.type) {
    case 'MemberExpression':
      return !node.optional && (textOf(tree, node.object) === name || readsMember(tree, node.object, name));
    case 'CallExpression':
      return readsMember(tree, node.callee, name);
    case 'BinaryExpression':
      return [node.left, node.right].some((side) => readsMember(tree, side, name));
    default:
      return false;
  }
}

/** `Number.isFinite(x)` */
function asksNumber(tree: SyntaxTree, node: Node, name: string): boolean {
  if (node.type !== 'CallExpression' || !/^is(?:Finite|NaN|(?:Safe)?Integer)$/.test(memberName(node.callee) ?? ''))
    return false;
  const [given] = node.arguments;
  return given !== undefined && textOf(tree, given) === name && textOf(tree, node.callee).startsWith('Number.');
}
