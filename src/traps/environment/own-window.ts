import { refuse } from '../../model/refusal.js';
import { isGlobalObject } from '../../semantics/names/is-global-object.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { Trap } from '../trap.js';

/** `window.document` → `globalThis.document` below `global.window = new JSDOM().window`: that window is another object. */
export const ownWindow: Trap = ({ before: tree, places }) => {
  const isExchanged = places.some(({ was, made }) => {
    if (was.type !== 'Identifier' || made.type !== 'Identifier' || was.name === made.name) return false;
    return isGlobalObject(was) && isGlobalObject(made) && sets(tree, was.name);
  });
  return isExchanged
    ? refuse('same-result', 'This file gives the name another object, which is not the global one.')
    : null;
};

/** `global.window = …` */
function sets(tree: SyntaxTree, name: string): boolean {
  return tree.descendants(tree.program).some((node) => {
    if (node.type !== 'AssignmentExpression' || node.left.type !== 'MemberExpression') return false;
    return memberName(node.left) === name && isGlobalObject(node.left.object);
  });
}
