import { refuse } from '../../model/refusal.js';
import { textOf } from '../../syntax/text-of.js';
import { changedPairs, type Trap } from '../trap.js';

/** `this.a = a + b` → `this.a += b`: only where the target itself is the left operand of that operator do both mean the same. */
export const compoundAssignment: Trap = (change) => {
  const { before: tree } = change;
  for (const { old, next } of changedPairs(change, 'AssignmentExpression')) {
    if (old.operator !== '=' || next.operator === '=') continue;
    const { left, right } = old;
    const operation = right.type === 'BinaryExpression' || right.type === 'LogicalExpression' ? right : null;
    if (!operation || textOf(tree, operation.left) !== textOf(tree, left)) {
      return refuse('same-result', 'What is there before is no part of what is assigned.');
    }
    const isDefault = DEFAULT.test(operation.operator) && DEFAULT.test(next.operator);
    if (next.operator !== `${operation.operator}=` && !isDefault) {
      return refuse('same-result', `"${next.operator}" is not the operator that what is there before is taken with.`);
    }
  }
  return null;
};

/** Whether they put something in the place of nothing alone, or of all that is false, another trap asks. */
const DEFAULT = /^(?:\|\||\?\?)=?$/;
