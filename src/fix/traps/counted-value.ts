import type { Node } from 'oxc-parser';
import { textOf } from '../../syntax/text-of.js';
import { refuse } from '../refusal.js';
import { readsCount } from '../values/is-count.js';
import { isKnownAs } from '../values/is-known-as.js';
import { changedPairs, type Trap } from './trap.js';

/** `{name && <b />}` → `{name > 0 && <b />}`: of a text, a list or an object that is never true, and `!== 0` always. */
export const countedValue: Trap = (change) => {
  const { tree, site } = change.task;
  for (const { old, next } of changedPairs(change, 'LogicalExpression')) {
    const counted = next.left.type === 'BinaryExpression' && isZeroTest(next.left) ? next.left.left : null;
    if (!counted || textOf(change.after, counted) !== textOf(tree, old.left)) continue;
    if (readsCount(old.left) || isKnownAs(tree, old.left, 'number', site.types)) continue;
    return refuse('same-operand-types', 'What is compared with 0 is not known to be a number.');
  }
  return null;
};

function isZeroTest({ operator, right }: Extract<Node, { type: 'BinaryExpression' }>): boolean {
  return /^(?:>|!==?)$/.test(operator) && right.type === 'Literal' && right.value === 0;
}
