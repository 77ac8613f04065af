import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isFoundByJQuery } from '../../semantics/values/is-found-by-jquery.js';
import { memberName } from '../../syntax/member-name.js';
import { changedCalls, type Trap } from '../trap.js';

/**
 * `field.focus()` → `field.trigger('focus')`, `dialog.hide()` → `dialog.toggle(false)`: elements, editors and dialogs have
 * the old method as well, and the new one is of jQuery.
 */
export const jqueryMethod: Trap = (change) => {
  for (const { old, next } of changedCalls(change)) {
    const [was, is] = [memberName(old.callee) ?? '', memberName(next.callee) ?? ''];
    const isOfJQuery = (is === 'trigger' && EVENT.test(was)) || (is === 'toggle' && /^(?:show|hide)$/.test(was));
    if (!isOfJQuery || old.callee.type !== 'MemberExpression') continue;
    const { object } = old.callee;
    if (!isFoundByJQuery(change.before, object) && !(is === 'toggle' && isClosest(object))) {
      return refuse(
        'same-operand-types',
        `What "${was}" is called for may be no result of jQuery, and have no such "${is}".`,
      );
    }
  }
  return null;
};

/** `row.closest('tr')`: elements have that as well, but neither `show` nor `hide`, unless they are custom ones. */
function isClosest(node: Node): boolean {
  if (node.type !== 'CallExpression' || memberName(node.callee) !== 'closest') return false;
  const [selector] = node.arguments;
  return selector?.type === 'Literal' && !/(?:^|[\s,>])[a-z]+-/.test(String(selector.value));
}

const EVENT = /^(?:focus|blur|click|change|submit|select|load|scroll|resize|key(?:down|up|press)|mouse[a-z]+)$/;
