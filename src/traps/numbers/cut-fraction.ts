import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isAmongBits } from '../../semantics/uses/is-among-bits.js';
import { isReadAsNumber } from '../../semantics/values/is-read-as-number.js';
import { onePrimitive, typesOf } from '../../semantics/values/primitive-type.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `x | 0` and `~~x` → `Math.trunc(x)`: the operators make 0 of what is no number, `Math.floor` counts down below 0. `x >>> 0` makes 2 ** 32 - 1 of -1. */
export const cutFraction: Trap = ({ before: tree, site, after, places }) => {
  for (const { was, made } of places) {
    if (isUnsigned(was) && made.type === 'CallExpression') {
      return refuse('number-used', 'The operator keeps 32 bits of a number, and counts the first one as well.');
    }
    const value = cutBy(was);
    if (!value || made.type !== 'CallExpression') continue;
    const called = textOf(after, made.callee);
    if (!/^Math\.(?:floor|ceil|round|trunc)$/.test(called)) continue;
    if (called !== 'Math.trunc' || onePrimitive(typesOf(tree, value, site.types)) !== 'number') {
      return refuse('number-used', 'The operator gives 0 for what is no number, and cuts towards 0.');
    }
    if (isReadAsNumber(tree, value)) {
      return refuse('number-used', 'The operator gives 0 for what is no number, and what is read as one need not be.');
    }
    if (isAmongBits(tree, was)) {
      return refuse('number-used', 'The operator keeps 32 bits of a number, and bits are what is reckoned with here.');
    }
  }
  return null;
};

/** `x >>> 0` */
function isUnsigned(node: Node): boolean {
  if (node.type !== 'BinaryExpression' || node.operator !== '>>>') return false;
  return node.right.type === 'Literal' && node.right.value === 0;
}

/** What an operator takes the fraction of. */
function cutBy(node: Node): Node | null {
  if (node.type === 'ParenthesizedExpression') return cutBy(node.expression);
  if (node.type === 'BinaryExpression') {
    const isZero = node.right.type === 'Literal' && node.right.value === 0;
    return isZero && /^(?:\||>>)$/.test(node.operator) ? node.left : null;
  }
  if (node.type !== 'UnaryExpression' || node.operator !== '~') return null;
  const { argument } = node;
  return argument.type === 'UnaryExpression' && argument.operator === '~' ? argument.argument : null;
}
