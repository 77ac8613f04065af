import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `ctx.fillStyle = '#f00'` → `'var(--red)'`: only styles look variables up; a canvas and functions read the text. */
export const styleVariable: Trap = ({ before: tree, after, places }) => {
  for (const { was, made } of places) {
    if (was.type !== 'Literal' || made.type !== 'Literal') continue;
    const isExchanged = /^.var\(--/.test(textOf(after, made)) && !/var\(--/.test(textOf(tree, was));
    if (isExchanged && isReadAsText(tree, was)) {
      return refuse('same-result', 'What reads the value here knows no variables of a style sheet.');
    }
  }
  return null;
};

function isReadAsText(tree: SyntaxTree, value: Node): boolean {
  const parent = tree.parent(value);
  switch (parent?.type) {
    case 'AssignmentExpression':
      return /^(?:fill|stroke)Style$|^shadowColor$/.test(memberName(parent.left) ?? '');
    case 'CallExpression':
    case 'NewExpression':
      return !/^(?:setProperty|setAttribute|css|use\w+)$/.test(calledName(parent.callee) ?? '');
    default:
      return false;
  }
}
