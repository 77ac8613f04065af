import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isTested } from '../../semantics/uses/is-tested.js';
import { typesOf } from '../../semantics/values/primitive-type.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/**
 * `s !== ''` → `s.length > 0`, and the way back: a list is never the empty text, however few elements it has, nor is a
 * number, and what is nothing has no length.
 */
export const lengthOfText: Trap = ({ before: tree, after, places, site }) => {
  for (const { was, made } of places) {
    const compared = comparedWithText(was);
    const asked = compared ?? lengthIn(tree, was);
    const next = compared ? lengthIn(after, made) : comparedWithText(made);
    if (!asked || !next || textOf(tree, asked) !== textOf(after, next)) continue;
    const types = typesOf(tree, asked, site.types);
    if (types.size !== 1 || !types.has('string')) return OTHERS;
    if (made.type === 'MemberExpression' && !isTested(tree, was)) return NUMBER;
  }
  return null;
};

const OTHERS = refuse('same-operand-types', 'What is compared is not known to be a text.');

const NUMBER = refuse('truth-only', 'A boolean is expected here as far as can be told, and a length is none.');

/** `s` of `s === ''` */
function comparedWithText(node: Node): Node | null {
  if (node.type !== 'BinaryExpression' || !/^[!=]==?$/.test(node.operator)) return null;
  const { left, right } = node;
  if (isEmptyText(right)) return left;
  return isEmptyText(left) ? right : null;
}

function isEmptyText(node: Node): boolean {
  return node.type === 'Literal' && node.value === '';
}

/** `s` of `s.length`, `!s.length` and `s.length > 0` */
function lengthIn(tree: SyntaxTree, node: Node): Node | null {
  if (node.type === 'MemberExpression') return memberName(node) === 'length' ? node.object : null;
  if (!/^(?:Unary|Binary|Parenthesized|Chain)Expression$/.test(node.type)) return null;
  return tree.children(node).reduce<Node | null>((found, child) => found ?? lengthIn(tree, child), null);
}
