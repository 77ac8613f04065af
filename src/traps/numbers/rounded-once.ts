import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `Math.ceil(x)` → `Math.floor(x) + 1` and back: a whole number is rounded to itself, up as well as down. */
export const roundedOnce: Trap = ({ before: tree, after, places }) => {
  for (const { was, made } of places) {
    const [old, next] = [roundingOf(tree, was), roundingOf(after, made)];
    if (!old || !next || old.method === next.method || old.isMoved === next.isMoved) continue;
    return refuse('same-result', 'A whole number is rounded to itself, and the other way it is one off.');
  }
  return null;
};

interface Rounding {
  readonly method: string;
  /** Whether 1 is added to the rounded number, or taken from it. */
  readonly isMoved: boolean;
}

function roundingOf(tree: SyntaxTree, node: Node): Rounding | null {
  if (node.type === 'ParenthesizedExpression') return roundingOf(tree, node.expression);
  const moved = movedByOne(node);
  const call = moved ?? node;
  if (call.type !== 'CallExpression') return null;
  const method = /^Math\.(?:floor|ceil|round|trunc)$/.exec(textOf(tree, call.callee))?.[0];
  return method ? { method, isMoved: moved !== null } : null;
}

/** `x` of `x + 1`, `1 + x` and `x - 1` */
function movedByOne(node: Node): Node | null {
  if (node.type !== 'BinaryExpression' || !/^[-+]$/.test(node.operator)) return null;
  const isOne = (side: Node): boolean => side.type === 'Literal' && side.value === 1;
  if (isOne(node.right)) return node.left;
  return node.operator === '+' && isOne(node.left) ? node.right : null;
}
