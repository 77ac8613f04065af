import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isAmongBits } from '../../semantics/uses/is-among-bits.js';
import { isReckonedNumber } from '../../semantics/values/is-reckoned-number.js';
import type { Trap } from '../trap.js';

/** `x >> 1` → `Math.floor(x / 2)`, `x << 1` → `x * 2`: a shift makes 0 of what is no number, and keeps 32 bits. */
export const shiftedNumber: Trap = ({ before: tree, after, site, places }) => {
  for (const { was, made } of places) {
    if (!isShift(was) || after.descendants(made).some(reckonsWithBits)) continue;
    if (!isReckonedNumber(tree, was.left, site.types) || isAmongBits(tree, was)) return BITS;
  }
  return null;
};

const BITS = refuse('number-used', 'A shift gives a number of whatever it is given, and keeps 32 bits of it.');

type Binary = Extract<Node, { type: 'BinaryExpression' }>;

/** Not by 0 places, which takes the fraction of a number. */
function isShift(node: Node): node is Binary {
  if (node.type !== 'BinaryExpression' || !SHIFTS.test(node.operator)) return false;
  return node.right.type !== 'Literal' || node.right.value !== 0;
}

const SHIFTS = /^(?:<<|>>>?)$/;

function reckonsWithBits(node: Node): boolean {
  return node.type === 'BinaryExpression' && /^(?:<<|>>>?|[&|^])$/.test(node.operator);
}
