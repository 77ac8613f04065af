import { refuse } from '../../model/refusal.js';
import { isCall } from '../../syntax/is-call.js';
import { memberName } from '../../syntax/member-name.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `slice.call(arguments, 1)` → `Array.from(arguments)`, `list.slice(1)` → `[...list]`: the copy has what came before as well. */
export const lostStart: Trap = ({ before: tree, after, places }) => {
  for (const { was, made } of places) {
    if (was.type !== 'CallExpression' || !/^(?:Call|Array)Expression$/.test(made.type)) continue;
    const bounds = boundsOf(textOf(tree, was.callee), memberName(was.callee), was.arguments);
    if (bounds.length === 0 || bounds.every((each) => textOf(tree, each) === '0')) continue;
    const isWhole = made.type === 'ArrayExpression' || (isCall(made) && textOf(after, made.callee) === 'Array.from');
    if (isWhole) return refuse('same-arguments', 'Where the copy begins and ends would no longer be said.');
  }
  return null;
};

/** What says which part is copied. */
function boundsOf<T>(callee: string, method: string | null, given: readonly T[]): readonly T[] {
  if (/\bslice\.call$/.test(callee)) return given.slice(1);
  return method === 'slice' ? given : [];
}
