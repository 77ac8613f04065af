import { refuse } from '../../model/refusal.js';
import { onePrimitive, typesOf } from '../../semantics/values/primitive-type.js';
import { memberName } from '../../syntax/member-name.js';
import { changedPairs, type Trap } from '../trap.js';

/** The global `isNaN` and `isFinite` turn their argument into a number first, those of `Number` do not. */
export const numberTest: Trap = (change) => {
  const { before: tree, site } = change;
  for (const { old, next } of changedPairs(change, 'CallExpression')) {
    if (old.callee.type !== 'Identifier' || !/^is(?:NaN|Finite)$/.test(old.callee.name)) continue;
    if (memberName(next.callee) !== old.callee.name) continue;
    const [argument, ...others] = old.arguments;
    const type = argument && others.length === 0 ? onePrimitive(typesOf(tree, argument, site.types)) : null;
    if (type !== 'number') return refuse('same-operand-types', 'The argument is not known to be a number.');
  }
  return null;
};
