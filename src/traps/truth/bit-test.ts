import { refuse } from '../../model/refusal.js';
import { isTested } from '../../semantics/uses/is-tested.js';
import type { Trap } from '../trap.js';

/** `~list.indexOf(x)` is 0 or another number: it may become a yes or no only where nothing but its truth is asked for. */
export const bitTest: Trap = ({ before: tree, places }) => {
  for (const { was, made } of places) {
    if (was.type !== 'UnaryExpression' || was.operator !== '~' || made.type !== 'CallExpression') continue;
    if (was.argument.type === 'UnaryExpression') continue;
    if (!isTested(tree, was)) {
      return refuse('number-used', 'What is used here is a number, as far as can be told, not only whether it is 0.');
    }
  }
  return null;
};
