import { refuse } from '../refusal.js';
import { valueKinds } from '../value-kinds.js';
import type { Trap } from './trap.js';

/**
 * A literal in place of a call: `Object.assign(a, b)` → `{ ...a, ...b }` leaves `a` as it was, and
 * `Array.from({ length: n })` → `[...{ length: n }]` spreads what is no list.
 */
export const changedTarget: Trap = ({ task: { tree }, places }) => {
  for (const { old, next } of places) {
    const [was] = old;
    const [made] = next;
    if (was?.type !== 'CallExpression' || !made) continue;
    const called = tree.text.slice(was.callee.start, was.callee.end);
    const [first] = was.arguments;
    if (made.type === 'ObjectExpression' && called === 'Object.assign' && first?.type !== 'ObjectExpression') {
      return refuse('argument-pure', 'What is assigned to is changed for all who hold it; a new object is not.');
    }
    if (made.type === 'ArrayExpression' && called === 'Array.from' && first) {
      const isSpread = made.elements.some((each) => each?.type === 'SpreadElement');
      const kinds = valueKinds(tree, first);
      if (isSpread && NO_LISTS.some((kind) => kinds.has(kind))) {
        return refuse('same-arguments', 'What has a length alone cannot be spread.');
      }
    }
  }
  return null;
};

const NO_LISTS = ['record', 'number', 'boolean', 'function', 'nullish'] as const;
