import type { Node } from 'oxc-parser';
import { isCallee } from '../../syntax/is-callee.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { isDeleted, isFilled, isWritten } from './is-written.js';

const CHANGES = /^(?:push|pop|shift|unshift|splice|sort|reverse|fill|copyWithin)$/;

/** Whether what a name or member holds is changed where it stands: a member of it is set, or a method of lists changes it. */
export function isChanged(tree: SyntaxTree, use: Node): boolean {
  const parent = tree.parent(use);
  if (isSet(tree, use)) return true;
  if (parent?.type !== 'MemberExpression' || parent.object !== use) return false;
  return isCallee(tree, parent) && CHANGES.test(memberName(parent) ?? '');
}

/** By `x.a = 1`, `delete x.a` or `Object.assign(x, …)`. */
export function isSet(tree: SyntaxTree, use: Node): boolean {
  const parent = tree.parent(use);
  if (isFilled(tree, use)) return true;
  if (parent?.type !== 'MemberExpression' || parent.object !== use) return false;
  return isDeleted(tree, parent) || isWritten(tree, parent);
}
