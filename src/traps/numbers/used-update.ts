import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isValueUsed } from '../../semantics/uses/is-value-used.js';
import { typesOf } from '../../semantics/values/primitive-type.js';
import { changedPairs, type Trap } from '../trap.js';

/** `a = i++` gives what was there before, `a = i += 1` what is there then; and `++` alone counts whatever it is given. */
export const usedUpdate: Trap = (change) => {
  const { before: tree, site } = change;
  for (const { old, next } of changedPairs(change, 'UpdateExpression', 'AssignmentExpression')) {
    if (old.type !== 'UpdateExpression' || next.type === 'UpdateExpression') continue;
    if (!old.prefix && isValueUsed(tree, old)) {
      return refuse('number-used', 'The value from before the count is used, which the new expression does not give.');
    }
    const types = addsNumber(next) ? typesOf(tree, old.argument, site.types) : NONE;
    if (types.has('bigint') || types.has('string')) {
      return refuse(
        'same-operand-types',
        'What is counted is no number, and a number cannot be added to it like that.',
      );
    }
  }
  return null;
};

const NONE: ReadonlySet<string> = new Set();

function addsNumber({ right }: Extract<Node, { type: 'AssignmentExpression' }>): boolean {
  return right.type === 'Literal' && typeof right.value === 'number';
}
