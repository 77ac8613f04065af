import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/**
 * `list.slice().sort()` → `list.sort()`: the list itself is sorted, not a copy. `this.only(x)` → `this(x)`: an object is
 * called.
 */
export const lostCopy: Trap = ({ before: tree, after, places }) => {
  for (const { old, next } of places) {
    const now = next.find((node) => node.type === 'CallExpression');
    if (now?.type !== 'CallExpression') continue;
    if (now.callee.type === 'ThisExpression') return refuse('same-arguments', '"this" is no function.');
    const changed = CHANGES.test(memberName(now.callee) ?? '') ? now.callee : null;
    const list = changed?.type === 'MemberExpression' ? textOf(after, changed.object) : null;
    const isLost = old.some((node) => {
      const copy = copyChanged(tree, node);
      return copy !== null && list !== null && textOf(tree, copy) === list;
    });
    if (isLost) return refuse('same-result', 'Without the copy, what it was made of would be changed.');
  }
  return null;
};

/** What is copied for a call to change the copy: `list` of `list.slice().sort()`. */
function copyChanged(tree: SyntaxTree, node: Node): Node | null {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return null;
  if (!CHANGES.test(memberName(node.callee) ?? '')) return null;
  const { object } = node.callee;
  if (object.type !== 'CallExpression' || object.callee.type !== 'MemberExpression') return null;
  return COPIES.test(textOf(tree, object.callee.property)) ? object.callee.object : null;
}

const CHANGES = /^(?:push|unshift|pop|shift|splice|sort|reverse|fill|copyWithin|set[A-Z]\w*|add|delete|clear)$/;

const COPIES = /^(?:slice|concat|clone|copy|filter|map|flat|toSorted|toReversed)$/;
