import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isFunction } from '../../syntax/is-function.js';
import { memberName } from '../../syntax/member-name.js';
import { textOf } from '../../syntax/text-of.js';
import { changedCalls, type Trap } from '../trap.js';

/**
 * `fs.stat(file, done)` → `fs.promises.stat(file, done)`, `chrome.tabs.query(a, done)` → `browser.tabs.query(a, done)`: what
 * gives a promise calls nobody back.
 */
export const promisedCallback: Trap = (change) => {
  for (const { old, next } of changedCalls(change)) {
    const callback = next.arguments.at(-1);
    if (!callback || !isCallback(callback)) continue;
    const [was, made] = [textOf(change.before, old.callee), textOf(change.after, next.callee)];
    const isOfPromises = OF_PROMISES.test(made) || (OF_POLYFILL.test(made) && /\bchrome\./.test(was));
    if (isOfPromises && !OF_PROMISES.test(was) && memberName(old.callee) !== 'then') {
      return refuse('same-arguments', 'What gives a promise never calls the function it is given.');
    }
  }
  return null;
};

const OF_PROMISES = /\b(?:fsp|fsPromises|promises)\b|Async$|^promisify\b|\.promisify\(/;

/** Of the polyfill for extensions; events are listened to in the same way. */
const OF_POLYFILL = /^browser\.(?!.*Listener$)/;

function isCallback(node: Node): boolean {
  return isFunction(node) || (node.type === 'Identifier' && /^(?:cb|done|next)$|callback$/i.test(node.name));
}
