import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { comesTo } from '../../semantics/values/comes-to.js';
import { staticName } from '../../syntax/static-name.js';
import type { Trap } from '../trap.js';

/** `{ cacheTime: 5 }` → `{ gcTime: 5 }`, where the file reads `options.cacheTime` of that very object. */
export const renamedKey: Trap = ({ before: tree, places }) => {
  for (const { old, next } of places) {
    const [was, is] = [keyAt(old), keyAt(next)];
    if (!was || !is || was.name === is.name) continue;
    if (comesTo(tree, was.value).length > 0) {
      return refuse('still-referenced', `"${was.name}" is still read in this file.`);
    }
  }
  return null;
};

/** The key of an object that is the place of an edit, and what it is set to. */
function keyAt([key, property]: readonly Node[]): { readonly name: string; readonly value: Node } | null {
  if (!key || property?.type !== 'Property' || property.key !== key) return null;
  const name = staticName(property.key, property.computed);
  return name === null ? null : { name, value: property.value };
}
