import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { onePrimitive, typesOf } from '../../semantics/values/primitive-type.js';
import { isOuterExpression } from '../../syntax/is-outer-expression.js';
import { literalMember } from '../../syntax/literal-member.js';
import { calledName } from '../../syntax/member-name.js';
import { textOf } from '../../syntax/text-of.js';
import { changedPairs, type Trap } from '../trap.js';

/** `orders.findOne(filter)` → `orders.findOneBy({ id: filter })`: what is given may be a whole condition, and no id. */
export const idArgument: Trap = (change) => {
  const { before: tree, after, site } = change;
  for (const { old, next } of changedPairs(change, 'CallExpression')) {
    const [given] = old.arguments;
    const [object] = next.arguments;
    const id = literalMember(object, 'id') ?? literalMember(object, '_id');
    if (!given || !id || textOf(after, id) !== textOf(tree, given) || isId(given)) continue;
    if (/By(?:Id|ID|Pk)$/.test(calledName(old.callee) ?? '')) continue;
    if (onePrimitive(typesOf(tree, given, site.types)) === null)
      return refuse('same-arguments', `"${textOf(tree, given)}" need not be an id.`);
  }
  return null;
};

/** `order.id`, `id!`, `orderIds[0]` */
function isId(node: Node): boolean {
  if (isOuterExpression(node)) return isId(node.expression);
  const name = calledName(node) ?? '';
  if (/(?:^|[a-z_])(?:id|Id|ID|uuid|Uuid)$/.test(name)) return true;
  const isOneOf = node.type === 'MemberExpression' && node.computed && typeof node.property === 'object';
  return isOneOf && /(?:^|[a-z_])(?:id|Id|ID|uuid|Uuid)s$/.test(calledName(node.object) ?? '');
}
