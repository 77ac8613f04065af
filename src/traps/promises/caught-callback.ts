import { refuse } from '../../model/refusal.js';
import { memberName } from '../../syntax/member-name.js';
import { changedPairs, type Trap } from '../trap.js';

/** `.then(a).catch(b)` → `.then(a, b)`: what `a` throws was caught, and then is not. */
export const caughtCallback: Trap = (change) => {
  for (const { old, next } of changedPairs(change, 'CallExpression')) {
    if (memberName(old.callee) !== 'catch' || memberName(next.callee) !== 'then' || next.arguments.length < 2) continue;
    return refuse('same-arguments', 'What the first callback throws would no longer be caught.');
  }
  return null;
};
