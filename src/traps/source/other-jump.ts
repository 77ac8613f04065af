import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isFunction } from '../../syntax/is-function.js';
import { isLastOf } from '../../syntax/is-last-of.js';
import { isLoop } from '../../syntax/is-loop.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { isBetween, type Trap } from '../trap.js';

/**
 * `continue` → `return`: right in the callback that a loop was turned into, and wrong in the loop, whose further rounds
 * would be left out, and all behind it. `throw error` → `return`: nobody hears of the error any more.
 */
export const otherJump: Trap = ({ before: tree, places }) => {
  for (const place of places) {
    const { was, made } = place;
    if (!isBetween(place) && was.type === 'ThrowStatement' && made.type === 'ReturnStatement' && !made.argument)
      return UNHEARD;
    if (isBetween(place) || !JUMP.test(was.type) || !JUMP.test(made.type) || was.type === made.type) continue;
    const isBare = made.type === 'ReturnStatement' && made.argument === null;
    if (was.type === 'BreakStatement' && !was.label && isBare && endsWithLoop(tree, was)) continue;
    return refuse('same-result', 'It leads to another place: past one round, out of the loop, or out of the function.');
  }
  return null;
};

const UNHEARD = refuse('same-result', 'Whoever calls it would take a failure for an end like any other.');

const JUMP = /^(?:Return|Break|Continue)Statement$/;

/** Whether the function ends where the loop or switch does that a statement leads out of. */
function endsWithLoop(tree: SyntaxTree, jump: Node): boolean {
  const left = tree.lineage(jump).find((node) => isLoop(node) || node.type === 'SwitchStatement');
  return left !== undefined && isLastOf(tree, left, isFunction);
}
