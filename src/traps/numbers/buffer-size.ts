import { refuse } from '../../model/refusal.js';
import { onePrimitive, typesOf } from '../../semantics/values/primitive-type.js';
import { memberName } from '../../syntax/member-name.js';
import { changedPairs, type Trap } from '../trap.js';

/** `new Buffer(10)` makes ten bytes; `Buffer.from(10)` throws, and so does `Buffer.alloc('abc')`. */
export const bufferSize: Trap = (change) => {
  const { before: tree, site } = change;
  for (const { old, next } of changedPairs(change, 'NewExpression', 'CallExpression')) {
    if (old.type !== 'NewExpression' || old.callee.type !== 'Identifier' || old.callee.name !== 'Buffer') continue;
    const made = next.type === 'CallExpression' ? memberName(next.callee) : null;
    const [argument, encoding] = old.arguments;
    if (made?.startsWith('alloc') && argument && onePrimitive(typesOf(tree, argument, site.types)) !== 'number') {
      return refuse('same-arguments', 'The argument may be what the bytes are made of, and not how many there are.');
    }
    if (made !== 'from') continue;
    // Only of a text the encoding is told.
    if (encoding?.type === 'Literal' && typeof encoding.value === 'string') continue;
    const types = argument ? typesOf(tree, argument, site.types) : new Set(['unknown']);
    if (types.has('unknown') || types.has('number')) {
      return refuse('same-arguments', 'The argument may be a size, which Buffer.from does not take.');
    }
  }
  return null;
};
