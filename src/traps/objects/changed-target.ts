import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `Object.assign(a, b)` → `{ ...a, ...b }`, `Object.assign({}, a, b)` or `a = { ...a, ...b }` leaves `a` as it was. `extend(true, a)` → `Object.assign(true, a)` assigns to `true`. */
export const changedTarget: Trap = ({ before: tree, after, places }) => {
  for (const { was, made } of places) {
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
