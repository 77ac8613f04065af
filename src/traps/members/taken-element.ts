import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isValueUsed } from '../../semantics/uses/is-value-used.js';
import { isFoundByJQuery } from '../../semantics/values/is-found-by-jquery.js';
import { isMadeList } from '../../semantics/values/is-made.js';
import { memberName } from '../../syntax/member-name.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/**
 * `queue.shift()` → `queue[0]`: the one takes the element away, the other leaves it. `table.get(0)` → `table[0]`: what jQuery
 * has found is a list, and a map is none.
 */
export const takenElement: Trap = ({ before: tree, after, places }) => {
  for (const { was, made } of places) {
    if (was.type !== 'CallExpression' || was.callee.type !== 'MemberExpression' || !isElement(made)) continue;
    const name = memberName(was.callee) ?? '';
    const { object } = was.callee;
    if (textOf(after, made.object) !== textOf(tree, object)) continue;
    if (/^(?:shift|pop)$/.test(name) && !(isMadeList(object) && isValueUsed(tree, was))) {
      return refuse('same-result', 'The element is taken away here, and would be left where it is.');
    }
    if (name === 'get' && !isFoundByJQuery(tree, object)) {
      return refuse('same-operand-types', 'What "get" is called for may be no list.');
    }
  }
  return null;
};

/** `queue[0]` */
function isElement(node: Node): node is Extract<Node, { type: 'MemberExpression' }> {
  return node.type === 'MemberExpression' && node.computed;
}
