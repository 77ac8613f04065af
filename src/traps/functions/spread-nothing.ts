import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isNothing } from '../../semantics/values/is-nothing.js';
import { memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedCalls, type Trap } from '../trap.js';

/**
 * `f.apply(null, args)` → `f(...args)`: to apply, null and undefined are no arguments, and to spread them throws. So does
 * `Reflect.apply(f, null, args)`.
 */
export const spreadNothing: Trap = (change) => {
  const { before: tree, after } = change;
  for (const { old, next } of changedCalls(change)) {
    const list = old.arguments[1];
    if (!list || memberName(old.callee) !== 'apply' || !mayBeNothing(tree, list)) continue;
    const isSpread = next.arguments.some(
      (each) => each.type === 'SpreadElement' && textOf(after, each.argument) === textOf(tree, list),
    );
    if (isSpread || textOf(after, next.callee) === 'Reflect.apply')
      return refuse('same-arguments', 'What is spread here may be null or undefined, which throws.');
  }
  return null;
};

/** By its default, its question mark, or its declaration without a value. */
function mayBeNothing(tree: SyntaxTree, node: Node): boolean {
  const binding = node.type === 'Identifier' ? nameScopes(tree).resolve(node.name, node) : null;
  if (binding?.identifier.type !== 'Identifier') return isNothing(node);
  const { identifier, declaration } = binding;
  if (identifier.optional) return true;
  if (declaration.type === 'VariableDeclarator')
    return declaration.id === identifier && declaresNothing(declaration.init);
  const holder = tree.parent(identifier);
  return holder?.type === 'AssignmentPattern' && holder.left === identifier && isNothing(holder.right);
}

function declaresNothing(init: Node | null): boolean {
  return init !== null && isNothing(init);
}
