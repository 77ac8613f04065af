import { refuse } from '../../model/refusal.js';
import { changedPairs, type Trap } from '../trap.js';

/** `` `use strict` `` → `'use strict'`: a text alone at the top of a body is a directive, in quotes only. */
export const newDirective: Trap = (change) => {
  for (const { old, next } of changedPairs(change, 'ExpressionStatement')) {
    if ((old.directive === null) === (next.directive === null)) continue;
    return refuse('edit-bounded', 'A statement that does nothing and a directive are not the same.');
  }
  return null;
};
