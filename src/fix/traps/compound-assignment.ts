import { refuse } from '../refusal.js';
import { changedPairs, type Trap, textOf } from './trap.js';

/** `this.a = a + b` → `this.a += b`: only where the target itself is the left operand do both mean the same. */
export const compoundAssignment: Trap = (change) => {
  const { tree } = change.task;
  for (const { old, next } of changedPairs(change, 'AssignmentExpression')) {
    if (old.operator !== '=' || next.operator === '=') continue;
    const { left, right } = old;
    const isOperation = right.type === 'BinaryExpression' || right.type === 'LogicalExpression';
    if (!isOperation || textOf(tree, right.left) !== textOf(tree, left)) {
      return refuse('same-result', 'What is there before is no part of what is assigned.');
    }
  }
  return null;
};
