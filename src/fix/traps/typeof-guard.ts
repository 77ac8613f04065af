import { isReference } from '../../syntax/is-reference.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import { refuse } from '../refusal.js';
import { changedPairs, type Trap } from './trap.js';

/** `typeof window === 'undefined'` → `window === undefined` throws where there is no window; `instanceof` knows less than `typeof`. */
export const typeofGuard: Trap = (change) => {
  const { after, task } = change;
  for (const { old, next } of changedPairs(change, 'UnaryExpression')) {
    if (old.operator !== 'typeof' || next.operator !== 'typeof' || old.argument.type !== 'Identifier') continue;
    const { argument } = next;
    if (argument.type !== 'Identifier' || argument.name === old.argument.name) continue;
    const isBound = nameScopes(after).resolve(argument.name, argument) !== null;
    if (isBound && !nameScopes(task.tree).resolve(old.argument.name, old.argument)) {
      return refuse('typeof-guard', `"${old.argument.name}" may not be defined; "${argument.name}" always is.`);
    }
  }
  for (const { old, next } of changedPairs(change, 'BinaryExpression')) {
    const guarded = [old.left, old.right].find((side) => side.type === 'UnaryExpression' && side.operator === 'typeof');
    if (guarded && next.operator === 'instanceof') {
      return refuse(
        'typeof-guard',
        'Objects without a prototype and values of another realm are an instance of nothing.',
      );
    }
    const name =
      guarded?.type === 'UnaryExpression' && guarded.argument.type === 'Identifier' ? guarded.argument : null;
    if (!name || nameScopes(task.tree).resolve(name.name, name)) continue;
    for (const node of after.descendants(next)) {
      if (node.type !== 'Identifier' || node.name !== name.name || !isReference(after, node)) continue;
      const parent = after.parent(node);
      if (parent?.type === 'UnaryExpression' && parent.operator === 'typeof') continue;
      return refuse('typeof-guard', `"${name.name}" may not be defined, and only typeof may ask for it then.`);
    }
  }
  return null;
};
