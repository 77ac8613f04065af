import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isAmongBits } from '../../semantics/uses/is-among-bits.js';
import { isCount, readsCount } from '../../semantics/values/is-count.js';
import { isReadAsNumber } from '../../semantics/values/is-read-as-number.js';
import { isReckonedNumber } from '../../semantics/values/is-reckoned-number.js';
import type { Trap } from '../trap.js';

/**
 * `x >> 1` → `Math.floor(x / 2)`, `x << 1` → `x * 2`: a shift makes 0 of what is no number, and keeps 32 bits.
 * `x & 1` → `x % 2` is -1 of -1.
 */
export const shiftedNumber: Trap = ({ before: tree, after, site, places }) => {
  for (const { was, made } of places) {
    if (isOddTest(was) && isRest(made) && !readsCount(was.left) && !isCount(tree, was.left)) return SIGN;
    if (!isShift(was) || after.descendants(made).some(reckonsWithBits)) continue;
    const isNumber = isReckonedNumber(tree, was.left, site.types) && !isReadAsNumber(tree, was.left);
    if (!isNumber || isAmongBits(tree, was)) return BITS;
  }
  return null;
};

const BITS = refuse('number-used', 'A shift gives a number of whatever it is given, and keeps 32 bits of it.');

const SIGN = refuse(
  'number-used',
  'Below 0 the rest is below 0 as well, and of a fraction it is one; the bit is 0 or 1.',
);

type Binary = Extract<Node, { type: 'BinaryExpression' }>;

/** Not by 0 places, which takes the fraction of a number. */
function isShift(node: Node): node is Binary {
  if (node.type !== 'BinaryExpression' || !SHIFTS.test(node.operator)) return false;
  return node.right.type !== 'Literal' || node.right.value !== 0;
}

/** `x & 1` */
function isOddTest(node: Node): node is Binary {
  return node.type === 'BinaryExpression' && node.operator === '&';
}

/** `x % 2` */
function isRest(node: Node): boolean {
  return node.type === 'BinaryExpression' && node.operator === '%';
}

const SHIFTS = /^(?:<<|>>>?)$/;

function reckonsWithBits(node: Node): boolean {
  return node.type === 'BinaryExpression' && /^(?:<<|>>>?|[&|^])$/.test(node.operator);
}
