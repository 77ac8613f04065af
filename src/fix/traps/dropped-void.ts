import type { Node } from 'oxc-parser';
import { refuse } from '../refusal.js';
import { isValueUsed } from '../values/is-value-used.js';
import type { Trap } from './trap.js';

/**
 * `() => void send()` gives undefined on purpose, to whoever would wait for a promise or look at a value; and
 * `x = send()` → `x = void send()` gives it to who did.
 */
export const droppedVoid: Trap = ({ task: { tree }, places }) => {
  for (const { old, next } of places) {
    const [was, is] = [old[0], next[0]];
    if (was && isVoid(is) && !isVoid(was) && /Expression$/.test(was.type) && isValueUsed(tree, was)) {
      return refuse('value-used', 'The value is used here, and void gives none.');
    }
    if (!was || !isVoid(was) || !is || is.type === 'UnaryExpression') continue;
    if (is.type === 'Identifier' && is.name === 'undefined') continue;
    if (isValueUsed(tree, was))
      return refuse('value-used', 'Undefined is used here, which the new code does not give.');
  }
  return null;
};

function isVoid(node: Node | undefined): boolean {
  return node?.type === 'UnaryExpression' && node.operator === 'void';
}
