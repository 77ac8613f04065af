import { refuse } from '../../model/refusal.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `Object.assign({}, a, b)` → `{ ...a, b }`: every argument is spread, not only the first of them. */
export const spreadArguments: Trap = ({ before: tree, after, places }) => {
  for (const { was, made } of places) {
    if (was.type !== 'CallExpression') continue;
    const given = was.arguments.map((each) => textOf(tree, each));
    const parts =
      made.type === 'ObjectExpression' ? made.properties : made.type === 'ArrayExpression' ? made.elements : [];
    const isSpread = parts.some((each) => each?.type === 'SpreadElement');
    const left = parts.filter((each) => each !== null && each.type !== 'SpreadElement');
    if (isSpread && left.some((each) => each && given.includes(textOf(after, each)))) {
      return refuse('same-result', 'Several arguments were given, and only the first would be spread.');
    }
  }
  return null;
};
