import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { withoutBrackets } from '../../syntax/without-brackets.js';
import { changedPairs, type Trap } from '../trap.js';

/** `a && !b ? x : y` → `a && b ? y : x`: what was negated is a part of the test, and the test as a whole decides. */
export const swappedBranches: Trap = (change) => {
  const { before, after } = change;
  const isWrong = changedPairs(change, 'ConditionalExpression', 'IfStatement').some(({ old, next }) => {
    const [was, wasElse] = [old.consequent, old.alternate].map((node) => node && textOf(before, node));
    const [is, isElse] = [next.consequent, next.alternate].map((node) => node && textOf(after, node));
    if (was !== isElse || wasElse !== is || was === is) return false;
    return !isOpposite(before, old.test, after, next.test);
  });
  return isWrong
    ? refuse('same-result', 'The branches change places, and the test does not become its opposite.')
    : null;
};

function isOpposite(tree: SyntaxTree, test: Node, other: SyntaxTree, next: Node): boolean {
  const [was, is] = [withoutBrackets(test), withoutBrackets(next)];
  if (isNegated(tree, was, textOf(other, is)) || isNegated(other, is, textOf(tree, was))) return true;
  if (was.type !== 'BinaryExpression' || is.type !== 'BinaryExpression') return false;
  return (
    OPPOSITE[was.operator] === is.operator &&
    textOf(tree, was.left) === textOf(other, is.left) &&
    textOf(tree, was.right) === textOf(other, is.right)
  );
}

function isNegated(tree: SyntaxTree, test: Node, text: string): boolean {
  return (
    test.type === 'UnaryExpression' && test.operator === '!' && textOf(tree, withoutBrackets(test.argument)) === text
  );
}

const OPPOSITE: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['===', '!=='],
    ['==', '!='],
    ['<', '>='],
    ['>', '<='],
  ].flatMap(([a = '', b = '']) => [
    [a, b],
    [b, a],
  ]),
);
