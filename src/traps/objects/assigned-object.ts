import { refuse } from '../../model/refusal.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `Object.assign(a, b)` → `{ ...a, ...b }`: `a` stays as it was, and what it is an instance of is lost. */
export const assignedObject: Trap = ({ before: tree, places }) => {
  for (const { was, made } of places) {
    if (was.type !== 'CallExpression' || textOf(tree, was.callee) !== 'Object.assign') continue;
    if (made.type !== 'ObjectExpression' && made.type !== 'ParenthesizedExpression') continue;
    if (was.arguments[0]?.type === 'ObjectExpression') continue;
    return refuse('same-result', 'What is written to would stay as it was, and a copy be made instead.');
  }
  return null;
};
