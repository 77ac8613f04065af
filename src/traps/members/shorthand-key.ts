import { refuse } from '../../model/refusal.js';
import { changedPairs, type Trap } from '../trap.js';

/** `{ value }` → `{ other }`: in a shorthand the name of the variable is the key as well. */
export const shorthandKey: Trap = (change) => {
  for (const { old, next } of changedPairs(change, 'Property')) {
    if (!old.shorthand || old.key.type !== 'Identifier') continue;
    if (next.key.type === 'Identifier' && next.key.name === old.key.name) continue;
    return refuse('slot-is-key', `"${old.key.name}" is the key as well, and another name would make another key.`);
  }
  return null;
};
