import { refuse } from '../../model/refusal.js';
import { typesOf } from '../../semantics/values/primitive-type.js';
import { changedPairs, type Trap } from '../trap.js';

/** `new Array(3)` is a list of three holes, `[3]` has the one element 3. */
export const listLength: Trap = (change) => {
  const { before: tree, site } = change;
  for (const { old, next } of changedPairs(change, 'NewExpression', 'CallExpression', 'ArrayExpression')) {
    if (old.type === 'ArrayExpression' || next.type !== 'ArrayExpression') continue;
    if (old.callee.type !== 'Identifier' || old.callee.name !== 'Array') continue;
    const [length, ...others] = old.arguments;
    if (!length || others.length > 0) continue;
    const types = length.type === 'SpreadElement' ? UNKNOWN : typesOf(tree, length, site.types);
    if (types.has('unknown') || types.has('number')) {
      return refuse('same-arguments', 'A single number is the length of the list, not an element of it.');
    }
  }
  return null;
};

const UNKNOWN: ReadonlySet<string> = new Set(['unknown']);
