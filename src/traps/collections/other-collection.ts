import { refuse } from '../../model/refusal.js';
import { calledName } from '../../syntax/member-name.js';
import type { Trap } from '../trap.js';

/** `{}` → `new Map()`, `[]` → `new Set()`: whoever reads and fills it does so in the way of what it was. */
export const otherCollection: Trap = ({ places }) => {
  for (const { was, made } of places) {
    if (was.type !== 'ObjectExpression' && was.type !== 'ArrayExpression') continue;
    if (made.type === 'NewExpression' && /^(?:Weak)?(?:Map|Set)$/.test(calledName(made.callee) ?? '')) {
      return refuse('same-result', 'What reads and fills it does so in the way of an object or a list.');
    }
  }
  return null;
};
