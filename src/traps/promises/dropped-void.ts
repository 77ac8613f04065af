import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isValueUsed } from '../../semantics/uses/is-value-used.js';
import type { Trap } from '../trap.js';

/**
 * `() => void send()` gives undefined on purpose, to whoever would wait for a promise or look at a value; and
 * `x = send()` → `x = void send()` gives it to who did.
 */
export const droppedVoid: Trap = ({ before: tree, places }) => {
  for (const { was, made } of places) {
    if (isVoid(made) && !isVoid(was) && /Expression$/.test(was.type) && isValueUsed(tree, was)) {
      return refuse('value-used', 'The value is used here, and void gives none.');
    }
    if (!isVoid(was) || made.type === 'UnaryExpression') continue;
    if (made.type === 'Identifier' && made.name === 'undefined') continue;
    if (isValueUsed(tree, was))
      return refuse('value-used', 'Undefined is used here, which the new code does not give.');
  }
  return null;
};

function isVoid(node: Node): boolean {
  return node.type === 'UnaryExpression' && node.operator === 'void';
}
