import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { caughtBy } from '../../semantics/uses/caught-by.js';
import { isOuterExpression } from '../../syntax/is-outer-expression.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { usesOf } from '../../syntax/uses-of.js';
import { changedPairs, type Trap } from '../trap.js';

/** `throw new Error('a')` → `throw new AppError('a')`: who catches it may tell the two apart. */
export const thrownClass: Trap = (change) => {
  const { before: tree } = change;
  for (const { old, next } of changedPairs(change, 'ThrowStatement')) {
    const [was, made] = [classOf(tree, old.argument), classOf(change.after, next.argument)];
    if (was === null || made === null || was === made) continue;
    if (caughtBy(tree, old).some((caught) => tellsApart(tree, caught))) {
      return refuse('same-result', 'Who catches it tells errors apart by their class.');
    }
  }
  return null;
};

function classOf(tree: SyntaxTree, thrown: Node): string | null {
  return thrown.type === 'NewExpression' ? textOf(tree, thrown.callee) : null;
}

/** Asks for a class that not every error is of, or for what a class sets of its errors. */
function tellsApart(tree: SyntaxTree, param: Node): boolean {
  if (param.type !== 'Identifier') return true;
  return usesOf(tree, param).some((use) => {
    const value = unwrapped(tree, use);
    const parent = tree.parent(value);
    if (parent?.type === 'BinaryExpression') {
      return parent.operator === 'instanceof' && textOf(tree, parent.right) !== 'Error';
    }
    if (parent?.type !== 'MemberExpression' || parent.object !== value) return false;
    return parent.computed || !/^(?:message|stack|cause|toString)$/.test(memberName(parent) ?? '');
  });
}

/** `(e as Error)` */
function unwrapped(tree: SyntaxTree, node: Node): Node {
  const parent = tree.parent(node);
  return parent && isOuterExpression(parent) ? unwrapped(tree, parent) : node;
}
