import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedPairs, type Trap } from '../trap.js';

/** `Object.assign(a, b)` → `{ ...a, ...b }`, `Object.assign({}, a, b)` or `a = { ...a, ...b }` leaves `a` as it was. `extend(true, a)` → `Object.assign(true, a)` assigns to `true`. */
export const changedTarget: Trap = (change) => {
  const { before: tree, after } = change;
  for (const { old, next } of changedPairs(change, 'AssignmentExpression')) {
    const list = old.left.type === 'MemberExpression' && memberName(old.left) === 'length' ? old.left.object : null;
    if (list && textOf(tree, list) === textOf(after, next.left)) {
      return refuse('argument-pure', 'The list is emptied for all who hold it; a new list is not theirs.');
    }
  }
  for (const { was, made } of change.places) {
    if (targetOf(after, made)?.type === 'Literal') {
      return refuse(
        'same-arguments',
        'What is assigned to is no object: by this argument the old call told what to do.',
      );
    }
    const target = targetOf(tree, was);
    if (!target || target.type === 'ObjectExpression') continue;
    if (isNew(made) || isNew(targetOf(after, made)) || (made.type === 'AssignmentExpression' && isNew(made.right))) {
      return refuse('argument-pure', 'What is assigned to is changed for all who hold it; a new object is not.');
    }
  }
  return null;
};

/** What a call of `Object.assign` changes. */
function targetOf(tree: SyntaxTree, node: Node): Node | null {
  if (node.type !== 'CallExpression' || textOf(tree, node.callee) !== 'Object.assign') return null;
  return node.arguments[0] ?? null;
}

function isNew(node: Node | null): boolean {
  return node?.type === 'ObjectExpression';
}
