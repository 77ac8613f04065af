import { refuse } from '../../model/refusal.js';
import { handlerAround } from '../../semantics/uses/caught-by.js';
import { leavesBlock } from '../../syntax/leaves-block.js';
import { changedStatements, type Trap } from '../trap.js';

/** `return Promise.reject(error)`, `process.exit(1)` → `throw error` where a `catch` stands around it: that was passed by. */
export const caughtThrow: Trap = (change) => {
  const { before: tree, after } = change;
  for (const { was, made } of changedStatements(change)) {
    if (made.type !== 'ThrowStatement' || was.type === 'ThrowStatement') continue;
    if (leavesBlock(tree, was) && handlerAround(after, made)) {
      return refuse('same-result', 'The catch around it would take what is thrown.');
    }
  }
  return null;
};
