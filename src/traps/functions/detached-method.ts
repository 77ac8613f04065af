import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { changedPairs, type Trap } from '../trap.js';

const BOUND = /^(?:console|Math|JSON|Object|Reflect|Number|Array|Date|String|Symbol)$/;

/** `then(console.log)` → `then(logger.info)`: a built-in works without its object, another's method may not. */
export const detachedMethod: Trap = (change) => {
  const { before: tree } = change;
  for (const { old, next } of changedPairs(change, 'MemberExpression')) {
    if (!isOf(old, BOUND) || isOf(next, BOUND) || next.type !== 'MemberExpression') continue;
    const user = tree.parent(old);
    const isCalled = (user?.type === 'CallExpression' || user?.type === 'NewExpression') && user.callee === old;
    if (isCalled || user?.type === 'MemberExpression' || user?.type === 'ChainExpression') continue;
    return refuse('keeps-context', 'The method is handed over without its object, which another one may need.');
  }
  return null;
};

function isOf({ object }: Extract<Node, { type: 'MemberExpression' }>, names: RegExp): boolean {
  return object.type === 'Identifier' && names.test(object.name);
}
