import { refuse } from '../../model/refusal.js';
import { memberName } from '../../syntax/member-name.js';
import type { Trap } from '../trap.js';

/** `x.constructor === Object` → `x instanceof Object`: of that class are all lists, functions and dates, too. */
export const exactClass: Trap = ({ places }) => {
  for (const { was, made } of places) {
    if (was.type !== 'BinaryExpression' || made.type !== 'BinaryExpression') continue;
    if (made.operator !== 'instanceof' || made.right.type !== 'Identifier' || made.right.name !== 'Object') continue;
    const isExact = [was.left, was.right].some((side) => memberName(side) === 'constructor');
    if (isExact) return refuse('same-result', 'Nearly everything is an instance of Object.');
  }
  return null;
};
