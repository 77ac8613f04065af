import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isGlobalObject } from '../../semantics/names/is-global-object.js';
import { KNOWN_GLOBALS } from '../../semantics/names/known-globals.js';
import { isUnbound } from '../../syntax/is-unbound.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { isBetween, type Trap } from '../trap.js';

/**
 * `O.hasOwnProperty.call(a, k)` → `O.Object.hasOwn(a, k)`: what replaces the end of a chain is looked for in its
 * beginning. And `self.close()` → `this.close()` is another object wherever `self` is what a browser calls so.
 */
export const globalMember: Trap = ({ before: tree, after, places }) => {
  for (const place of places) {
    if (isBetween(place)) continue;
    const { was, made, old } = place;
    const written = globalsRead(after, made);
    if (written.length > 0 && written.some((name) => !globalsRead(tree, was).includes(name))) {
      return refuse('edit-bounded', 'What is written would be looked for as a member of what stands before it.');
    }
    const name = was.type === 'Identifier' ? was : null;
    const isThis = made.type === 'ThisExpression' || /^this\b/.test(after.text.slice(made.start, made.end));
    if (name && made.type === 'ThisExpression' && isGlobal(tree, name)) return GLOBAL_IS_NOT_THIS;
    const [around] = old;
    const isSame = memberName(made) === null || memberName(made) === memberName(was);
    if (isThis && isSame && around?.type === 'MemberExpression' && isGlobal(tree, around.object)) {
      return GLOBAL_IS_NOT_THIS;
    }
  }
  return null;
};

const GLOBAL_IS_NOT_THIS = refuse('keeps-context', 'The name is that of the global object, which `this` may not be.');

/** `O.Object.hasOwn` reads `Object` of `O`; of the global object itself everybody may. */
function globalsRead(tree: SyntaxTree, part: Node): readonly string[] {
  return tree.descendants(part).flatMap((node) => {
    const name = memberName(node);
    if (node.type !== 'MemberExpression' || name === null || !/^[A-Z]/.test(name) || !KNOWN_GLOBALS.has(name))
      return [];
    // `module.exports.Request`, `Sentry.Request.x`: a class may be called like one; only what is read further is meant.
    const parent = tree.parent(node);
    return !isGlobalObject(node.object) && parent?.type === 'MemberExpression' && parent.object === node ? [name] : [];
  });
}

function isGlobal(tree: SyntaxTree, node: Node): boolean {
  return node.type === 'Identifier' && isGlobalObject(node) && isUnbound(tree, node);
}
