import { refuse } from '../../model/refusal.js';
import { calledName } from '../../syntax/member-name.js';
import type { Trap } from '../trap.js';

/** `$.extend({ f })` → `Object.assign({ f })` extends nothing, `$.extend(true, a, b)` and `merge(a, b)` go into the depth. */
export const mergedObject: Trap = ({ places }) => {
  for (const { old, next } of places) {
    const was = old.find(({ type }) => type === 'CallExpression');
    const made = next[next.length - old.length + (was ? old.indexOf(was) : 0)];
    if (was?.type !== 'CallExpression' || !made) continue;
    const name = calledName(was.callee) ?? '';
    const isShallow =
      made.type === 'ObjectExpression' || (made.type === 'CallExpression' && calledName(made.callee) === 'assign');
    if (!isShallow || !MERGES.test(name)) continue;
    const [first] = was.arguments;
    const isPlain = name === 'extend' && was.arguments.length > 1 && first?.type !== 'Literal';
    if (!isPlain) return refuse('same-arguments', `With these arguments "${name}" does something else.`);
  }
  return null;
};

const MERGES = /^(?:extend|merge|mergeDeep|mergeWith|deepmerge|defaults|defaultsDeep)$/;
