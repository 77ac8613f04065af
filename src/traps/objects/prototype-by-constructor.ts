import { refuse } from '../../model/refusal.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/**
 * `Object.getPrototypeOf(x)` → `x.constructor.prototype`: what has no prototype has no constructor, that of a prototype is
 * its own class, and data may have a `constructor` of its own.
 */
export const prototypeByConstructor: Trap = ({ before, after, places }) => {
  const isAsked = places.some(
    ({ was, made }) =>
      was.type === 'CallExpression' &&
      made.type === 'MemberExpression' &&
      /^(?:Object|Reflect)\s*\.\s*getPrototypeOf$/.test(textOf(before, was.callee)) &&
      /\bconstructor\b/.test(textOf(after, made)),
  );
  return isAsked
    ? refuse('same-result', 'An object need not have a constructor, nor be the first of its class.')
    : null;
};
