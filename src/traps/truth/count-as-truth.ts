import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isAnyFalse } from '../../semantics/uses/is-any-false.js';
import { isTested } from '../../semantics/uses/is-tested.js';
import { typeBySyntax } from '../../semantics/values/primitive-type.js';
import { isFunction } from '../../syntax/is-function.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { withoutBrackets } from '../../syntax/without-brackets.js';
import type { Trap } from '../trap.js';

/** `list.length || 10` → `list.length > 0 || 10`: as true as before, and no number any more, which somebody takes. */
export const countAsTruth: Trap = ({ before: tree, after, places }) => {
  for (const { was, made } of places) {
    if (made.type !== 'BinaryExpression' || !/^[<>]=?$/.test(made.operator)) continue;
    const sides = [made.left, made.right].map((each) => textOf(after, each));
    if (!sides.includes(textOf(tree, was))) continue;
    if (typeBySyntax(was) === 'boolean') return refuse('edit-bounded', 'What is compared would be true or false.');
    if (!isTruthAlone(tree, was))
      return refuse('truth-only', 'The number itself is used here, not only whether it is 0.');
  }
  return null;
};

function isTruthAlone(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  if (parent?.type === 'ParenthesizedExpression') return isTruthAlone(tree, parent);
  if (isTested(tree, node)) return true;
  if (parent?.type !== 'LogicalExpression' || parent.operator !== '&&' || parent.left !== node) return false;
  return (
    isAnyFalse(tree, parent) || isOnlyDone(tree, parent) || isForMarkup(tree, parent) || isTruthAlone(tree, parent)
  );
}

function isOnlyDone(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  return parent?.type === 'ParenthesizedExpression' ? isOnlyDone(tree, parent) : parent?.type === 'ExpressionStatement';
}

/** What is shown only where there is something, or is switched on by it: nobody means to show the 0. */
function isForMarkup(tree: SyntaxTree, node: Extract<Node, { type: 'LogicalExpression' }>): boolean {
  const around = tree.lineage(node).find((each) => isFunction(each) || each.type === 'JSXExpressionContainer');
  return (
    around?.type === 'JSXExpressionContainer' || /^JSX(?:Element|Fragment)$/.test(withoutBrackets(node.right).type)
  );
}
