import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { Trap } from '../trap.js';

/** `items[items.length] = x` → `items.push(x)`: without runes Svelte draws anew what is assigned, and sees no call. */
export const noticedAssignment: Trap = ({ before: tree, places }) => {
  if (!/\.svelte\.\w+$/.test(tree.path) || /\$(?:state|props)\b/.test(tree.text)) return null;
  const isUnseen = places.some(
    ({ was, made }) => was.type === 'AssignmentExpression' && made.type === 'CallExpression' && isState(tree, was.left),
  );
  return isUnseen ? refuse('same-result', 'Svelte takes notice of an assignment, and not of a call.') : null;
};

/** A variable of the component, or part of one. */
function isState(tree: SyntaxTree, target: Node): boolean {
  if (target.type === 'MemberExpression') return isState(tree, target.object);
  return target.type === 'Identifier' && nameScopes(tree).resolve(target.name, target)?.scope === tree.program;
}
