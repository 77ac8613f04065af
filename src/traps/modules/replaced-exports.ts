import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { partWays } from '../../semantics/modules/part-ways.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { isBetween, type Trap } from '../trap.js';

/** `module.exports.a = 1` → `exports.a = 1` and back: once one of them is given another object, only that of `module` is handed out. */
export const replacedExports: Trap = ({ before: tree, after, places }) => {
  for (const place of places) {
    if (isBetween(place)) continue;
    if (handsOut(tree, place.old) && !handsOut(after, place.next)) {
      return refuse('same-result', 'Without `module.exports`, what the file hands out is another object.');
    }
    const [old, next] = [heldIn(textOf(tree, place.was)), heldIn(textOf(after, place.made))];
    if (old === null || next === null || old === next || !partWays(tree)) continue;
    return refuse('same-result', 'In this file `exports` and `module.exports` are two objects, and one is handed out.');
  }
  return null;
};

/** Whether a place is, or is set to, what the file hands out: `exports = module.exports = make`. */
function handsOut(tree: SyntaxTree, lineage: readonly Node[]): boolean {
  const set = lineage.findLast(({ type }) => type === 'AssignmentExpression');
  return set !== undefined && HANDS_OUT.test(textOf(tree, set));
}

const HANDS_OUT = /^(?:(?:\w+|exports)\s*=\s*)+module\.exports\s*=(?!=)/;

/** Which of the two a piece of code names; null where it names none, or both. */
function heldIn(code: string): 'module.exports' | 'exports' | null {
  const names = new Set(code.match(/(?<![.\w$])(?:module\.)?exports\b/g));
  const [only] = names;
  return names.size === 1 && (only === 'module.exports' || only === 'exports') ? only : null;
}
