import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedPairs, type Trap } from '../trap.js';

/** `map.on('unload', f)` → `'pagehide'`, by a rule about pages: who sends and hears events of its own has its own names for them. */
export const eventName: Trap = (change) => {
  for (const { old, next } of changedPairs(change, 'CallExpression')) {
    if (!OWN.test(memberName(next.callee) ?? '') || isOfPage(change.after, next.callee)) continue;
    const [was, is] = [old.arguments[0], next.arguments[0]];
    if (was?.type !== 'Literal' || is?.type !== 'Literal' || was.value === is.value) continue;
    if (OF_PAGES.test(String(was.value)) && OF_PAGES.test(String(is.value))) {
      return refuse('same-arguments', 'These may be events of its own, whose names others send and hear.');
    }
  }
  return null;
};

const OWN = /^(?:on|once|off|fire|emit|trigger|listen|unlisten|dispatch|publish|addListener|removeListener)$/;

const OF_PAGES =
  /^(?:key(?:press|down|up)|(?:before)?unload|page(?:hide|show)|load|click|dblclick|auxclick|contextmenu|(?:mouse|pointer|touch)[a-z]+|(?:got|lost)pointercapture|wheel|DOMMouseScroll|scroll(?:end)?|resize|orientationchange|focus(?:in|out)?|blur|(?:before)?input|change|select|visibilitychange|DOM[A-Z]\w+)(?:\.[\w-]+)?$/;

/** Of what jQuery found, as its name says: `$(window).on(…)`, `this.$el.on(…)`. */
function isOfPage(tree: SyntaxTree, callee: Node): boolean {
  const receiver = callee.type === 'MemberExpression' ? callee.object : null;
  if (receiver?.type !== 'CallExpression') return /(?:^|\.)\$\w*$/.test(receiver ? textOf(tree, receiver) : '');
  return /^(?:\$|jQuery)$/.test(calledName(receiver.callee) ?? '') || isOfPage(tree, receiver.callee);
}
