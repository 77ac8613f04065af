import { refuse } from '../../model/refusal.js';
import { mayBeNullish, typesOf } from '../../semantics/values/primitive-type.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `id!` → `id`: TypeScript takes what may be null or undefined for that again. */
export const nonNull: Trap = ({ before: tree, site, after, places }) => {
  for (const { was, made } of places) {
    if (was.type !== 'TSNonNullExpression') continue;
    if (textOf(after, made) !== textOf(tree, was.expression)) continue;
    if (mayBeNullish(typesOf(tree, was.expression, site.types))) {
      return refuse('keeps-narrowing', 'Without the !, TypeScript takes the value for null or undefined as well.');
    }
  }
  return null;
};
