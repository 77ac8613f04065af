import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedPairs, type Trap } from '../trap.js';

/**
 * `if (a) { if (b) x(); } else y();` → `if (a && b) x(); else y();`, or the other way round: what stands behind `else`
 * would run for another answer than before.
 */
export const nestedTests: Trap = (change) => {
  const { before, after } = change;
  const isWrong = changedPairs(change, 'IfStatement').some(
    ({ old, next }) => isOneOf(before, old, after, next) || isOneOf(after, next, before, old),
  );
  return isWrong
    ? refuse('same-result', 'What stands behind `else` would run for another answer of the two tests.')
    : null;
};

type If = Extract<Node, { type: 'IfStatement' }>;

/** Whether a test asks at once what another asks in two steps, and one of these has an `else` that the other step has not. */
function isOneOf(tree: SyntaxTree, two: If, other: SyntaxTree, one: If): boolean {
  const inner = onlyIf(two.consequent);
  if (!inner || one.test.type !== 'LogicalExpression' || one.test.operator !== '&&') return false;
  const whole = textOf(other, one.test);
  if (!whole.includes(textOf(tree, two.test)) || !whole.includes(textOf(tree, inner.test))) return false;
  const [outerElse, innerElse] = [two.alternate, inner.alternate].map((node) => node && textOf(tree, node));
  return outerElse !== innerElse;
}

/** The `if` that is all a branch holds. */
function onlyIf(branch: Node): If | null {
  if (branch.type === 'IfStatement') return branch;
  const [only, ...others] = branch.type === 'BlockStatement' ? branch.body : [];
  return only?.type === 'IfStatement' && others.length === 0 ? only : null;
}
