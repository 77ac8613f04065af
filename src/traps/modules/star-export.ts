import { refuse } from '../../model/refusal.js';
import { changedPairs, type Trap } from '../trap.js';

/** `export * from './b'` → `export * as b from './b'`: whoever imports the names that were passed on finds them no more. */
export const starExport: Trap = (change) => {
  for (const { old, next } of changedPairs(change, 'ExportAllDeclaration')) {
    if ((old.exported === null) !== (next.exported === null)) {
      return refuse('same-result', 'Other files may import the names that are exported one by one, or as one.');
    }
  }
  return null;
};
