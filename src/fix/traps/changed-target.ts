import { refuse } from '../refusal.js';
import { type Trap, textOf } from './trap.js';

/** `Object.assign(a, b)` → `{ ...a, ...b }` leaves `a` as it was. */
export const changedTarget: Trap = ({ task: { tree }, places }) => {
  for (const { old, next } of places) {
    const [was, made] = [old[0], next[0]];
    if (was?.type !== 'CallExpression' || made?.type !== 'ObjectExpression') continue;
    const called = textOf(tree, was.callee);
    if (called === 'Object.assign' && was.arguments[0]?.type !== 'ObjectExpression') {
      return refuse('argument-pure', 'What is assigned to is changed for all who hold it; a new object is not.');
    }
  }
  return null;
};
