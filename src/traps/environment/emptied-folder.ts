import { refuse } from '../../model/refusal.js';
import { isRecursive } from '../../semantics/effects/is-recursive.js';
import { calledName } from '../../syntax/member-name.js';
import { changedPairs, type Trap } from '../trap.js';

/** `fs.rmdirSync(dir)` → `fs.rmdirSync(dir, { recursive: true })`: what failed for a folder with something in it takes that away. */
export const emptiedFolder: Trap = (change) => {
  for (const { old, next } of changedPairs(change, 'CallExpression')) {
    if (!TAKES_AWAY.test(calledName(old.callee) ?? '') || !TAKES_AWAY.test(calledName(next.callee) ?? '')) continue;
    if (!old.arguments.some(isRecursive) && next.arguments.some(isRecursive)) {
      return refuse('same-arguments', 'It would also take away what the folder holds, where it failed until now.');
    }
  }
  return null;
};

const TAKES_AWAY = /^(?:rmdir|rm|unlink)(?:Sync)?$/;
