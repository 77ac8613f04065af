import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isReckonedNumber } from '../../semantics/values/is-reckoned-number.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `a > b ? a : b` → `Math.max(a, b)`: texts, dates and bigints are compared as well, and are no numbers. */
export const chosenExtreme: Trap = ({ before: tree, after, site, places }) => {
  for (const { was, made } of places) {
    if (was.type !== 'ConditionalExpression' || made.type !== 'CallExpression') continue;
    const called = /^Math\.(max|min)$/.exec(textOf(after, made.callee))?.[1];
    if (!called || was.test.type !== 'BinaryExpression') continue;
    if (extremeOf(tree, was, was.test) !== called) return OTHER;
    const { left, right } = was.test;
    if (![left, right].every((each) => isReckonedNumber(tree, each, site.types))) return UNKNOWN;
  }
  return null;
};

const OTHER = refuse('same-result', 'It is the other one of the two that is chosen here.');
const UNKNOWN = refuse(
  'same-operand-types',
  'Texts, dates and bigints are compared as well, and nothing tells that these are numbers.',
);

type Conditional = Extract<Node, { type: 'ConditionalExpression' }>;
type Binary = Extract<Node, { type: 'BinaryExpression' }>;

/** Which of two values is chosen; null where something else is. */
function extremeOf(tree: SyntaxTree, { consequent, alternate }: Conditional, test: Binary): 'max' | 'min' | null {
  const [left, right, chosen, other] = [test.left, test.right, consequent, alternate].map((each) => textOf(tree, each));
  const isMore = /^>=?$/.test(test.operator);
  if (!isMore && !/^<=?$/.test(test.operator)) return null;
  if (chosen === left && other === right) return isMore ? 'max' : 'min';
  return chosen === right && other === left ? (isMore ? 'min' : 'max') : null;
}
