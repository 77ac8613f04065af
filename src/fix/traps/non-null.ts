import { textOf } from '../../syntax/text-of.js';
import { refuse } from '../refusal.js';
import { mayBeNullish, typesOf } from '../values/primitive-type.js';
import type { Trap } from './trap.js';

/** `id!` → `id`: TypeScript takes what may be null or undefined for that again. */
export const nonNull: Trap = ({ task: { tree, site }, after, places }) => {
  for (const { old, next } of places) {
    const [was, made] = [old[0], next[0]];
    if (was?.type !== 'TSNonNullExpression' || !made) continue;
    if (textOf(after, made) !== textOf(tree, was.expression)) continue;
    if (mayBeNullish(typesOf(tree, was.expression, site.types))) {
      return refuse('keeps-narrowing', 'Without the !, TypeScript takes the value for null or undefined as well.');
    }
  }
  return null;
};
