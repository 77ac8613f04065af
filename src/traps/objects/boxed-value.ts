import { refuse } from '../../model/refusal.js';
import { isUnbound } from '../../syntax/is-unbound.js';
import { changedPairs, type Trap } from '../trap.js';

/** `new String(x)` is an object, true whatever is in it and equal to no other; `String(x)` is a text. */
export const boxedValue: Trap = (change) => {
  const { before: tree } = change;
  for (const { old, next } of changedPairs(change, 'NewExpression', 'CallExpression')) {
    if (old.type === next.type || old.callee.type !== 'Identifier' || next.callee.type !== 'Identifier') continue;
    const { name } = old.callee;
    if (name !== next.callee.name || !/^(?:String|Number|Boolean)$/.test(name)) continue;
    if (isUnbound(tree, old.callee)) {
      return refuse('same-arguments', `With new, ${name} makes an object, and without it none.`);
    }
  }
  return null;
};
