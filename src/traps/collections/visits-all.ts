import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { changesOthers } from '../../semantics/effects/changes-others.js';
import { memberName } from '../../syntax/member-name.js';
import { namedFunction } from '../../syntax/named-function.js';
import type { Trap } from '../trap.js';

/** `filter(f)[0]` → `find(f)`: where f does more than answer, it matters that it is no longer called for every element. */
export const visitsAll: Trap = ({ before: tree, places }) => {
  for (const { was, made } of places) {
    if (made.type !== 'CallExpression' || !STOPPING.test(memberName(made.callee) ?? '')) continue;
    const call = visitingCall(was);
    const [visitor] = call?.arguments ?? [];
    const code = visitor ? namedFunction(tree, visitor) : null;
    if (code && changesOthers(tree, code)) return NOT_FOR_ALL;
  }
  return null;
};

const NOT_FOR_ALL = refuse('same-result', 'The function does something, and would not be called for every element.');

const STOPPING = /^(?:find|findIndex|findLast|findLastIndex|some|every)$/;
const VISITING = /^(?:filter|map|flatMap)$/;

type Call = Extract<Node, { type: 'CallExpression' }>;

/** The call that visits all elements, from whose result a member or a comparison takes something. */
function visitingCall(node: Node): Call | null {
  switch (node.type) {
    case 'CallExpression':
      if (VISITING.test(memberName(node.callee) ?? '')) return node;
      return visitingCall(node.callee);
    case 'MemberExpression':
      return visitingCall(node.object);
    case 'BinaryExpression':
      return visitingCall(node.left);
    case 'UnaryExpression':
      return visitingCall(node.argument);
    case 'ChainExpression':
    case 'ParenthesizedExpression':
    case 'TSNonNullExpression':
      return visitingCall(node.expression);
    default:
      return null;
  }
}
