import { refuse } from '../../model/refusal.js';
import { onePrimitive, typesOf } from '../../semantics/values/primitive-type.js';
import { textOf } from '../../syntax/text-of.js';
import { changedPairs, type Trap } from '../trap.js';

/** `throw err` → `throw new Error(err)` turns an error into the text of one: its type and stack are lost. */
export const errorInError: Trap = (change) => {
  const { before: tree, after, site } = change;
  for (const { old, next } of changedPairs(change, 'ThrowStatement')) {
    const made = next.argument;
    if (made.type !== 'NewExpression' || made.callee.type !== 'Identifier' || !made.callee.name.endsWith('Error'))
      continue;
    const [cause] = made.arguments;
    const thrown = textOf(tree, old.argument);
    if (!cause || textOf(after, cause) !== thrown) continue;
    if (onePrimitive(typesOf(tree, old.argument, site.types)) === 'string') continue;
    return refuse('same-arguments', 'What is thrown may be an error already.');
  }
  return null;
};
