import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isAbsolutePath } from '../../semantics/values/is-absolute-path.js';
import { isStringLike } from '../../syntax/is-string-like.js';
import { textOf } from '../../syntax/text-of.js';
import { changedCalls, type Trap } from '../trap.js';

/**
 * `path.join(root, url)` → `path.resolve(root, url)`: of what begins with a slash the one makes a path below the root, and
 * the other forgets the root; what is not absolute begins where the program was started.
 */
export const joinedPath: Trap = (change) => {
  const { before: tree, after } = change;
  for (const { old, next } of changedCalls(change)) {
    const names = [textOf(tree, old.callee), textOf(after, next.callee)].map(
      (each) => /^path\.(join|resolve)$/.exec(each)?.[1],
    );
    if (!names[0] || !names[1] || names[0] === names[1]) continue;
    const [first, ...rest] = old.arguments;
    if (first && isAbsolutePath(tree, first) && rest.every(isBelow)) continue;
    return refuse('same-arguments', 'Joined and resolved, these may come to different paths.');
  }
  return null;
};

/** `'views'` */
function isBelow(node: Node): boolean {
  return isStringLike(node) && node.type === 'Literal' && !String(node.value).startsWith('/');
}
