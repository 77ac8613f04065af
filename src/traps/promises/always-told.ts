import { refuse } from '../../model/refusal.js';
import { chainRoot } from '../../syntax/chain-root.js';
import { isFunction } from '../../syntax/is-function.js';
import { memberName } from '../../syntax/member-name.js';
import { changedCalls, type Trap } from '../trap.js';

/** `request.always(done)` → `request.finally(done)`: the one is given what came of it, the other nothing, and jQuery has none. */
export const alwaysTold: Trap = (change) => {
  for (const { old, next } of changedCalls(change)) {
    if (memberName(old.callee) !== 'always' || memberName(next.callee) !== 'finally') continue;
    const root = chainRoot(old.callee);
    const isOfJQuery = root.type === 'Identifier' && /^(?:\$|jQuery)$/.test(root.name);
    const [done] = old.arguments;
    if (!isOfJQuery && done && isFunction(done) && done.params.length === 0) continue;
    return refuse('same-arguments', 'What came of it is told to the one, and to the other nothing is.');
  }
  return null;
};
