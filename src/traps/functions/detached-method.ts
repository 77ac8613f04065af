import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { type Change, changedPairs, type Trap } from '../trap.js';

const BOUND = /^(?:console|Math|JSON|Object|Reflect|Number|Array|Date|String|Symbol)$/;

/**
 * `then(console.log)` → `then(logger.info)`: a built-in works without its object, another's method may not. Neither may
 * one that was called upon its object: `() => clock.step()` → `clock.step`.
 */
export const detachedMethod: Trap = (change) => {
  const { before: tree, places } = change;
  if (places.some(({ was, made }) => isHandedOver(change, made) && isCallOf(tree, was, textOf(change.after, made)))) {
    return DETACHED;
  }
  for (const { old, next } of changedPairs(change, 'MemberExpression')) {
    if (!isOf(old, BOUND) || isOf(next, BOUND) || next.type !== 'MemberExpression') continue;
    const user = tree.parent(old);
    const isCalled = (user?.type === 'CallExpression' || user?.type === 'NewExpression') && user.callee === old;
    if (isCalled || user?.type === 'MemberExpression' || user?.type === 'ChainExpression') continue;
    return DETACHED;
  }
  return null;
};

const DETACHED = refuse('keeps-context', 'The method is handed over without its object, which another one may need.');

/** A method that is given to a call, not called. */
function isHandedOver({ after }: Change, made: Node): boolean {
  if (made.type !== 'MemberExpression' || made.computed || isOf(made, BOUND)) return false;
  const user = after.parent(made);
  return user?.type === 'CallExpression' && user.callee !== made;
}

/** `() => clock.step()`, or the same as a text that a timer runs. */
function isCallOf(tree: SyntaxTree, was: Node, method: string): boolean {
  if (was.type === 'Literal') return typeof was.value === 'string' && was.value.trim().startsWith(`${method}(`);
  const body = was.type === 'ArrowFunctionExpression' && was.expression ? was.body : null;
  return body?.type === 'CallExpression' && textOf(tree, body.callee) === method;
}

function isOf({ object }: Extract<Node, { type: 'MemberExpression' }>, names: RegExp): boolean {
  return object.type === 'Identifier' && names.test(object.name);
}
