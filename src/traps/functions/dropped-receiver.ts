import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { needsNoReceiver } from '../../semantics/effects/needs-no-receiver.js';
import { isNothing } from '../../semantics/values/is-nothing.js';
import { isCall } from '../../syntax/is-call.js';
import { isUnbound } from '../../syntax/is-unbound.js';
import { calledName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `list.some(f, this)` → `list.some(f)`: `f` may ask for the `this` it was given so. */
export const droppedReceiver: Trap = ({ before: tree, after, places }) => {
  for (const { old, next } of places) {
    const call = old.find(isCall);
    const [visitor, self, ...more] = call?.arguments ?? [];
    if (!call || !visitor || !self || more.length > 0 || !VISITS.test(calledName(call.callee) ?? '')) continue;
    const made = next.filter(isCall).find((each) => textOf(after, each.callee) === textOf(tree, call.callee));
    const [kept, ...others] = made?.arguments ?? [];
    if (!kept || others.length > 0 || textOf(after, kept) !== textOf(tree, visitor)) continue;
    if (!isNothing(self) && !needsNoReceiver(tree, visitor) && !isOfLanguage(tree, visitor)) {
      return refuse('keeps-context', 'What is called for each may ask for the `this` that it was given.');
    }
  }
  return null;
};

const VISITS = /^(?:forEach|map|flatMap|filter|some|every|find(?:Last)?(?:Index)?)$/;

/** `list.filter(Boolean, this)` */
function isOfLanguage(tree: SyntaxTree, node: Node): boolean {
  return node.type === 'Identifier' && /^(?:Boolean|Number|String)$/.test(node.name) && isUnbound(tree, node);
}
