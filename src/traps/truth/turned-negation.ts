import { refuse } from '../../model/refusal.js';
import type { Trap } from '../trap.js';

/**
 * `list[i].done === false` → `list[i]!.done`: where only the end of an operand was found, the `!` put in front of it no
 * longer negates, and TypeScript takes it for the one that says that there is something.
 */
export const turnedNegation: Trap = ({ before: tree, after, places, instruction }) => {
  if (!instruction.findReplace?.replace.startsWith('!')) return null;
  for (const { was, made } of places) {
    if (was.type !== 'BinaryExpression' && was.type !== 'CallExpression') continue;
    const [old, next] = [tree, after].map((all, at) => {
      const nodes = all.descendants(at === 0 ? was : made);
      return nodes.filter(({ type }) => type === 'TSNonNullExpression').length;
    });
    if ((next ?? 0) > (old ?? 0)) return CLAIMED;
  }
  return null;
};

const CLAIMED = refuse('edit-bounded', 'The ! would stand behind an expression, where it negates nothing.');
