import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { readsCount } from '../../semantics/values/is-count.js';
import { isKnownAs } from '../../semantics/values/is-known-as.js';
import { textOf } from '../../syntax/text-of.js';
import { changedPairs, type Trap } from '../trap.js';

/** `{name && <b />}` → `{name > 0 && <b />}`: of a text, a list or an object that is never true, and `!== 0` always. */
export const countedValue: Trap = (change) => {
  const { before: tree, site } = change;
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
