import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isCallee } from '../../syntax/is-callee.js';
import { memberName } from '../../syntax/member-name.js';
import { textOf } from '../../syntax/text-of.js';
import { changedPairs, type Trap } from '../trap.js';

/** `for (const each of list)` → `for (const each of [...list])`: what is added on the way is not visited any more. */
export const growingVisit: Trap = (change) => {
  const { before: tree, after } = change;
  for (const { old, next } of changedPairs(change, 'ForOfStatement')) {
    const name = textOf(tree, old.right);
    if (textOf(after, next.right) === name || copied(textOf(after, next.right)) !== name) continue;
    const grows = tree.descendants(old.body).some((each: Node) => {
      if (each.type !== 'MemberExpression' || !ADDS.test(memberName(each) ?? '')) return false;
      return isCallee(tree, each) && textOf(tree, each.object) === name;
    });
    if (grows) return refuse('same-result', `The loop adds to "${name}" what it is to visit later.`);
  }
  return null;
};

const ADDS = /^(?:push|unshift|splice|add|set)$/;

/** Of what a copy is made, by any of the usual ways. */
function copied(text: string): string | null {
  return /^(?:\[\.\.\.(.+)\]|Array\.from\((.+)\)|(.+)\.slice\(\))$/s.exec(text)?.slice(1).find(Boolean) ?? null;
}
