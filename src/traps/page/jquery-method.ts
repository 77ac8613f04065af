import type { Node } from 'oxc-parser';
import { type Refusal, refuse } from '../../model/refusal.js';
import { isFoundByJQuery } from '../../semantics/values/is-found-by-jquery.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { changedCalls, type Trap } from '../trap.js';

/**
 * `field.focus()` → `field.trigger('focus')`, `dialog.hide()` → `dialog.toggle(false)`: elements, editors and dialogs have
 * the old method as well, and the new one is of jQuery. `$rows.size()` → `$rows.length`: a cache has a size of its own.
 */
export const jqueryMethod: Trap = (change) => {
  for (const { old, next } of changedCalls(change)) {
    const [was, is] = [memberName(old.callee) ?? '', memberName(next.callee) ?? ''];
    const refusal = is === 'on' || is === 'closest' ? otherListener(change.before, old, was, next) : null;
    if (refusal) return refusal;
    if (was === 'trigger' && old.arguments.length === 1 && next.arguments.length === 0 && !EVENT.test(is)) {
      return refuse('same-arguments', `"${is}" is no event that jQuery has a method for.`);
    }
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
  for (const { was, made } of change.places) {
    const isRead = made.type === 'MemberExpression' && memberName(made) === 'length';
    if (!isRead || was.type !== 'CallExpression' || memberName(was.callee) !== 'size' || was.arguments.length > 0)
      continue;
    const object = was.callee.type === 'MemberExpression' ? was.callee.object : null;
    if (object && !isFoundByJQuery(change.before, object)) {
      return refuse(
        'same-operand-types',
        'What is asked for its size may be no result of jQuery, and have no "length".',
      );
    }
  }
  return null;
};

/**
 * `row.click(go)` → `row.on('click', go)`: called without a function the one tells of the event, and `load` with an address
 * fills the element. `live` listens to elements that are yet to come, and `parents` finds all there are.
 */
function otherListener(tree: SyntaxTree, old: Call, was: string, next: Call): Refusal | null {
  const [first] = old.arguments;
  if (/^(?:live|die)$/.test(was) || was === 'parents' || (was === 'delegate' && isKept(old, next))) {
    return refuse('same-result', `"${was}" finds other elements.`);
  }
  if (!EVENT.test(was)) return null;
  if (!first || (NO_LISTENER.test(first.type) && old.arguments.length === 1)) {
    return refuse('same-arguments', `Without a function "${was}" does something else than to listen.`);
  }
  const object = old.callee.type === 'MemberExpression' ? old.callee.object : null;
  if (object && isFoundByJQuery(tree, object)) return null;
  return refuse('same-operand-types', `What "${was}" is called for may be no result of jQuery, and have no such "on".`);
}

type Call = Extract<Node, { type: 'CallExpression' }>;

const NO_LISTENER = /^(?:Literal|TemplateLiteral|BinaryExpression|ObjectExpression)$/;

/** `delegate('li', 'click', go)` → `on('li', 'click', go)`: the selector comes second there. */
function isKept(old: Call, next: Call): boolean {
  const [selector, given] = [old.arguments[0], next.arguments[0]];
  return selector?.type === 'Literal' && given?.type === 'Literal' && selector.value === given.value;
}

/** `row.closest('tr')`: elements have that as well, but neither `show` nor `hide`, unless they are custom ones. */
function isClosest(node: Node): boolean {
  if (node.type !== 'CallExpression' || memberName(node.callee) !== 'closest') return false;
  const [selector] = node.arguments;
  return selector?.type === 'Literal' && !/(?:^|[\s,>])[a-z]+-/.test(String(selector.value));
}

const EVENT = /^(?:focus|blur|click|change|submit|select|load|scroll|resize|key(?:down|up|press)|mouse[a-z]+)$/;
