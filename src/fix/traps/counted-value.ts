import type { Node } from 'oxc-parser';
import { refuse } from '../refusal.js';
import { onePrimitive, typesOf } from '../values/primitive-type.js';
import { valueKinds } from '../values/value-kinds.js';
import { changedPairs, memberName, type Trap, textOf } from './trap.js';

/** `{name && <b />}` → `{name > 0 && <b />}`: of a text, a list or an object that is never true. */
export const countedValue: Trap = (change) => {
  const { tree, site } = change.task;
  for (const { old, next } of changedPairs(change, 'LogicalExpression')) {
    const counted = next.left.type === 'BinaryExpression' && isAboveZero(next.left) ? next.left.left : null;
    if (!counted || textOf(change.after, counted) !== textOf(tree, old.left)) continue;
    const kinds = [...valueKinds(tree, old.left)];
    const isNumber =
      /^(?:length|size|childElementCount)$/.test(memberName(old.left) ?? '') ||
      onePrimitive(typesOf(tree, old.left, site.types)) === 'number' ||
      (kinds.length > 0 && kinds.every((kind) => kind === 'number'));
    if (!isNumber) return refuse('same-operand-types', 'What is compared with 0 is not known to be a number.');
  }
  return null;
};

function isAboveZero({ operator, right }: Extract<Node, { type: 'BinaryExpression' }>): boolean {
  return /^(?:>|!==?)$/.test(operator) && right.type === 'Literal' && right.value === 0;
}
