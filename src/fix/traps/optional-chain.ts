import type { Node } from 'oxc-parser';
import { isTested } from '../is-tested.js';
import { typesOf } from '../primitive-type.js';
import { refuse } from '../refusal.js';
import { changedPairs, type Trap } from './trap.js';

const FALSY = ['string', 'number', 'boolean', 'bigint', 'null', 'unknown'] as const;

/** `a && a.b` is `a` where that is falsy, and asks no more of it; `a?.b` is undefined, and lets '' and 0 through. */
export const optionalChain: Trap = (change) => {
  const { tree, site } = change.task;
  for (const { old, next } of changedPairs(change, 'LogicalExpression', 'ChainExpression')) {
    if (old.type !== 'LogicalExpression' || next.type !== 'ChainExpression' || old.operator !== '&&') continue;
    if (isTested(tree, old) && isOneMember(next.expression)) continue;
    const types = typesOf(tree, old.left, site.types);
    if (FALSY.some((type) => types.has(type))) {
      return refuse('nullish-only', "The left side may be null, '', 0 or false, which && gives back as it is.");
    }
  }
  return null;
};

/** Of '' and 0 a member is undefined and as false as they are; of that, nothing more can be asked. */
function isOneMember(node: Node): boolean {
  return node.type === 'MemberExpression' && node.optional;
}
