import { refuse } from '../../model/refusal.js';
import { isCall } from '../../syntax/is-call.js';
import { isFunction } from '../../syntax/is-function.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `new Promise((done) => done(JSON.parse(text)))` → `Promise.resolve(JSON.parse(text))`: what fails there is thrown at the caller. */
export const thrownAtOnce: Trap = ({ before: tree, after, places }) => {
  for (const { was, made } of places) {
    if (was.type !== 'NewExpression' || textOf(tree, was.callee) !== 'Promise') continue;
    if (made.type !== 'CallExpression' || textOf(after, made.callee) !== 'Promise.resolve') continue;
    const mayFail = made.arguments.some((each) => after.descendants(each).some(isCall));
    const holder = tree.lineage(was).find(isFunction);
    if (mayFail && !holder?.async)
      return refuse('same-result', 'What fails there would be thrown at once, and is a promise here.');
  }
  return null;
};
