import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { becomesText } from '../../semantics/uses/becomes-text.js';
import { followValue } from '../../semantics/values/follow-value.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `{}` → `Object.create(null)`: an object that comes of nothing has no `hasOwnProperty` either, and makes no text. */
export const noPrototype: Trap = ({ before: tree, after, places }) => {
  for (const { was, made } of places) {
    if (was.type !== 'ObjectExpression' || !/^Object\.create\(\s*null\b/.test(textOf(after, made))) continue;
    if (followValue(tree, was).values.some((value) => asksPrototype(tree, value))) {
      return refuse('same-result', 'A method that all objects have is called here, and this one would not have it.');
    }
  }
  return null;
};

function asksPrototype(tree: SyntaxTree, use: Node): boolean {
  const parent = tree.parent(use);
  if (becomesText(tree, use)) return true;
  return parent?.type === 'MemberExpression' && parent.object === use && OF_ALL.has(memberName(parent) ?? '');
}

const OF_ALL: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));
