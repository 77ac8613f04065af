import { refuse } from '../../model/refusal.js';
import { valuesFrom } from '../../semantics/values/values-from.js';
import { calledName } from '../../syntax/member-name.js';
import { changedCalls, type Trap } from '../trap.js';

/** `useHistory()` → `useNavigate()`: an object whose methods lead on, and then one function that does. */
export const routerFunction: Trap = (change) => {
  const isUsed = changedCalls(change).some(({ old, next }) => {
    if (calledName(old.callee) !== 'useHistory' || calledName(next.callee) !== 'useNavigate') return false;
    const parent = change.before.parent(old);
    return parent?.type !== 'ExpressionStatement' || valuesFrom(change.before, old).length > 1;
  });
  return isUsed ? refuse('same-result', 'What is called upon the history is no part of a function.') : null;
};
