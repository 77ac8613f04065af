import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedPairs, type Trap } from '../trap.js';

/** `innerText` is what can be seen, with its lines; `textContent` is all text there is, without them. */
export const renderedText: Trap = (change) => {
  const { before: tree } = change;
  for (const { old, next } of changedPairs(change, 'MemberExpression')) {
    const names = [memberName(old), memberName(next)];
    if (!names.includes('innerText') || !names.includes('textContent')) continue;
    const parent = tree.parent(old);
    const isSet = parent?.type === 'AssignmentExpression' && parent.left === old && parent.operator === '=';
    if (!isSet) return refuse('same-result', 'What is read here are the visible lines, or all text there is.');
    if (hasLines(tree, parent.right)) return refuse('same-result', 'Only innerText makes lines of line ends.');
  }
  return null;
};

function hasLines(tree: SyntaxTree, value: Node): boolean {
  return /\\n|[\r\n]/.test(textOf(tree, value));
}
