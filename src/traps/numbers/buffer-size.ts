import { refuse } from '../../model/refusal.js';
import { typesOf } from '../../semantics/values/primitive-type.js';
import { memberName } from '../../syntax/member-name.js';
import { changedPairs, type Trap } from '../trap.js';

/** `new Buffer(10)` makes ten bytes; `Buffer.from(10)` throws. */
export const bufferSize: Trap = (change) => {
  const { before: tree, site } = change;
  for (const { old, next } of changedPairs(change, 'NewExpression', 'CallExpression')) {
    if (old.type !== 'NewExpression' || old.callee.type !== 'Identifier' || old.callee.name !== 'Buffer') continue;
    if (next.type !== 'CallExpression' || memberName(next.callee) !== 'from') continue;
    const [argument, encoding] = old.arguments;
    // Only of a text the encoding is told.
    if (encoding?.type === 'Literal' && typeof encoding.value === 'string') continue;
    const types = argument ? typesOf(tree, argument, site.types) : new Set(['unknown']);
    if (types.has('unknown') || types.has('number')) {
      return refuse('same-arguments', 'The argument may be a size, which Buffer.from does not take.');
    }
  }
  return null;
};
