import { refuse } from '../../model/refusal.js';
import { changedPairs, type Trap } from '../trap.js';

/** `'x' in o` → `o.x !== undefined`: a member may be there and have no value. */
export const presentKey: Trap = (change) => {
  for (const { old, next } of changedPairs(change, 'BinaryExpression')) {
    if (old.operator !== 'in' || next.operator === 'in' || old.left.type === 'PrivateIdentifier') continue;
    return refuse('same-result', 'A member may be there and have no value, and "in" asks whether it is there.');
  }
  return null;
};
