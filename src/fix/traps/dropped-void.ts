import { refuse } from '../refusal.js';
import { isValueUsed } from '../values/is-value-used.js';
import type { Trap } from './trap.js';

/** `() => void send()` gives undefined on purpose, to whoever would wait for a promise or look at a value. */
export const droppedVoid: Trap = ({ task: { tree }, places }) => {
  for (const { old, next } of places) {
    const [was, is] = [old[0], next[0]];
    if (was?.type !== 'UnaryExpression' || was.operator !== 'void' || !is || is.type === 'UnaryExpression') continue;
    if (is.type === 'Identifier' && is.name === 'undefined') continue;
    if (isValueUsed(tree, was))
      return refuse('value-used', 'Undefined is used here, which the new code does not give.');
  }
  return null;
};
