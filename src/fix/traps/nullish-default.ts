import { isTested } from '../is-tested.js';
import { typesOf } from '../primitive-type.js';
import { refuse } from '../refusal.js';
import { changedPairs, type Trap } from './trap.js';

const MAY_BE_FALSY = ['string', 'number', 'boolean', 'bigint', 'unknown'] as const;

/** `||` → `??` keeps '', 0 and false, which `||` replaces. */
export const nullishDefault: Trap = (change) => {
  const { tree, site } = change.task;
  for (const { old, next } of changedPairs(change, 'LogicalExpression', 'AssignmentExpression')) {
    if (!/^\|\|=?$/.test(old.operator) || !/^\?\?=?$/.test(next.operator)) continue;
    if (isTested(tree, old)) {
      return refuse('nullish-only', 'The value is only tested, and a test asks for truth, not for a default.');
    }
    const types = typesOf(tree, old.left, site.types);
    if (MAY_BE_FALSY.some((type) => types.has(type))) {
      return refuse('nullish-only', 'The left side may be an empty string, 0 or false, which only || replaces.');
    }
  }
  return null;
};
