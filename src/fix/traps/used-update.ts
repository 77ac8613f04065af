import { refuse } from '../refusal.js';
import { isValueUsed } from '../values/is-value-used.js';
import { changedPairs, type Trap } from './trap.js';

/** `a = i++` gives what was there before, `a = i += 1` what is there then. */
export const usedUpdate: Trap = (change) => {
  for (const { old, next } of changedPairs(change, 'UpdateExpression', 'AssignmentExpression')) {
    if (old.type !== 'UpdateExpression' || old.prefix || next.type === 'UpdateExpression') continue;
    if (isValueUsed(change.task.tree, old)) {
      return refuse('number-used', 'The value from before the count is used, which the new expression does not give.');
    }
  }
  return null;
};
