import type { Node } from 'oxc-parser';
import { type Refusal, refuse } from '../../model/refusal.js';
import { isCount, readsCount } from '../../semantics/values/is-count.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { changedPairs, type Trap } from '../trap.js';

/** `n > 0` → `n !== 0`: what is not greater than 0 may be less, and undefined, as which a list may come, is neither. */
export const orderAndEquality: Trap = (change) => {
  for (const { old, next } of changedPairs(change, 'BinaryExpression')) {
    const [isOrder, isEquality] = [ORDER.test(old.operator), EQUALITY.test(old.operator)];
    if (!(isOrder ? EQUALITY : isEquality ? ORDER : NONE).test(next.operator)) continue;
    if (comparedText(old) && [next.left, next.right].some(readsCount)) continue;
    const refusal = checkCompared(change.before, old, isOrder ? next.operator : old.operator);
    if (refusal) return refusal;
  }
  return null;
};

const ORDER = /^[<>]=?$/;
const EQUALITY = /^[!=]==?$/;
const NONE = /(?!)/;

function checkCompared(tree: SyntaxTree, { left, right }: Comparison, equality: string): Refusal | null {
  const compared = [left, right].find(({ type }) => type !== 'Literal');
  if (!compared) return null;
  if (compared.type === 'ChainExpression') return equality.startsWith('!') ? NOTHING : null;
  return readsCount(compared) || isCount(tree, compared) ? null : LESS;
}

function comparedText({ left, right }: Comparison): boolean {
  return isText(left) || isText(right);
}

function isText(node: Node): boolean {
  return node.type === 'Literal' && typeof node.value === 'string';
}

type Comparison = Extract<Node, { type: 'BinaryExpression' }>;

const NOTHING = refuse('same-result', 'Where there is no length, only one of the two comparisons is true.');
const LESS = refuse('same-operand-types', 'What is compared is not known to be a count, which is never less than 0.');
