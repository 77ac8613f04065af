import { refuse } from '../../model/refusal.js';
import { isMadeHere } from '../../semantics/values/is-made-here.js';
import { memberName } from '../../syntax/member-name.js';
import type { Trap } from '../trap.js';

/** `list.unshift(x)` → `list = [x, ...list]`: whoever else holds the list, such as the caller, no longer sees what is added. */
export const sharedList: Trap = ({ before: tree, places }) => {
  for (const { was, made } of places) {
    if (was.type !== 'CallExpression' || made.type !== 'AssignmentExpression' || made.operator !== '=') continue;
    if (was.callee.type !== 'MemberExpression' || !CHANGES.test(memberName(was.callee) ?? '')) continue;
    const { object } = was.callee;
    if (object.type !== 'Identifier' || made.left.type !== 'Identifier' || made.left.name !== object.name) continue;
    if (!isMadeHere(tree, object))
      return refuse('same-result', 'The list may be known elsewhere, where it would not change.');
  }
  return null;
};

const CHANGES = /^(?:push|unshift|pop|shift|splice|sort|reverse|fill|copyWithin|set|add|delete|clear)$/;
