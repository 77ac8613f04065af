import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isNothing } from '../../semantics/values/is-nothing.js';
import { memberName } from '../../syntax/member-name.js';
import { changedPairs, type Trap } from '../trap.js';

/** `'x' in o` → `o.x !== undefined`, and the way back: a member may be there and have no value. */
export const presentKey: Trap = (change) => {
  for (const { old, next } of changedPairs(change, 'BinaryExpression')) {
    if (old.operator !== 'in' || next.operator === 'in' || old.left.type === 'PrivateIdentifier') continue;
    return NO_VALUE;
  }
  return change.places.some(({ was, made }) => asksValue(was) && asksPresence(made)) ? NO_VALUE : null;
};

const NO_VALUE = refuse('same-result', 'A member may be there and have no value, and "in" asks whether it is there.');

/** `o[k] !== undefined`, `o[k] == null`, `o[k]` */
function asksValue(node: Node): boolean {
  if (node.type === 'UnaryExpression' && node.operator === '!') return asksValue(node.argument);
  if (node.type !== 'BinaryExpression') return node.type === 'MemberExpression';
  const [value, bound] = isNothing(node.left) ? [node.right, node.left] : [node.left, node.right];
  return /^[!=]==?$/.test(node.operator) && isNothing(bound) && value.type === 'MemberExpression';
}

/** `k in o`, `Object.hasOwn(o, k)` */
function asksPresence(node: Node): boolean {
  if (node.type === 'UnaryExpression' && node.operator === '!') return asksPresence(node.argument);
  if (node.type === 'BinaryExpression') return node.operator === 'in';
  return node.type === 'CallExpression' && /^hasOwn(?:Property)?$/.test(memberName(node.callee) ?? '');
}
