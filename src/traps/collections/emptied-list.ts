import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isMadeList } from '../../semantics/values/is-made.js';
import { memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { usesOf } from '../../syntax/uses-of.js';
import { changedPairs, type Trap } from '../trap.js';

/**
 * `list = []` → `list.length = 0`: whoever else holds the list, as where it was handed out before, would see it emptied; and
 * there may not be a list yet, as in a constructor.
 */
export const emptiedList: Trap = (change) => {
  const { before: tree, after } = change;
  for (const { old, next } of changedPairs(change, 'AssignmentExpression')) {
    if (old.right.type !== 'ArrayExpression' || old.right.elements.length > 0) continue;
    if (next.left.type !== 'MemberExpression' || memberName(next.left) !== 'length') continue;
    if (textOf(after, next.left.object) !== textOf(tree, old.left)) continue;
    if (old.left.type !== 'Identifier' || !isHeldAlone(tree, old.left))
      return refuse('same-result', 'The list may be held elsewhere as well, or there may be none yet.');
  }
  return null;
};

/** Whether a name begins with a list of its own and is only asked, called or set: nobody else gets hold of the list. */
function isHeldAlone(tree: SyntaxTree, name: Extract<Node, { type: 'Identifier' }>): boolean {
  const binding = nameScopes(tree).resolve(name.name, name);
  if (binding?.declaration.type !== 'VariableDeclarator' || binding.identifier.type !== 'Identifier') return false;
  const { init } = binding.declaration;
  if (!init || !isMadeList(init)) return false;
  return usesOf(tree, binding.identifier).every((use) => {
    const parent = tree.parent(use);
    if (parent?.type === 'MemberExpression') return parent.object === use;
    if (parent?.type === 'ForOfStatement') return parent.right === use;
    return parent?.type === 'AssignmentExpression' && parent.left === use && isMadeList(parent.right);
  });
}
