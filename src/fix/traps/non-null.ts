import { refuse } from '../refusal.js';
import { typesOf } from '../values/primitive-type.js';
import { type Trap, textOf } from './trap.js';

/** `id!` → `id`: TypeScript takes what may be null or undefined for that again. */
export const nonNull: Trap = ({ task: { tree, site }, after, places }) => {
  for (const { old, next } of places) {
    const [was, made] = [old[0], next[0]];
    if (was?.type !== 'TSNonNullExpression' || !made) continue;
    if (textOf(after, made) !== textOf(tree, was.expression)) continue;
    const types = typesOf(tree, was.expression, site.types);
    if ((['null', 'undefined', 'unknown'] as const).some((type) => types.has(type))) {
      return refuse('keeps-narrowing', 'Without the !, TypeScript takes the value for null or undefined as well.');
    }
  }
  return null;
};
