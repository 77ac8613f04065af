import { refuse } from '../../model/refusal.js';
import { calledName } from '../../syntax/member-name.js';
import { changedPairs, type Trap } from '../trap.js';

/** `Buffer(x)` → `Buffer.from(x)` behind a `new` that stays: `from` is a method, which constructs nothing. */
export const constructedMethod: Trap = (change) => {
  for (const { old, next } of changedPairs(change, 'NewExpression')) {
    const name = calledName(next.callee);
    // By the custom of all libraries, what is constructed begins with a capital letter.
    if (name === null || calledName(old.callee) === name || !/^\p{Ll}/u.test(name)) continue;
    return refuse('constructs', `The new would construct the function "${name}".`);
  }
  return null;
};
