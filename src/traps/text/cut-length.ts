import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `s.slice(0, 3) === 'ab'` → `s.startsWith('ab')`: what is cut off is longer than the text it is compared with, and never equals it. */
export const cutLength: Trap = ({ before: tree, places }) => {
  for (const { was, made } of places) {
    const asked = made.type === 'UnaryExpression' ? made.argument : made;
    if (asked.type !== 'CallExpression' || !/^(?:starts|ends)With$/.test(memberName(asked.callee) ?? '')) continue;
    const comparison = was.type === 'BinaryExpression' ? comparedCut(was) : null;
    if (comparison && !isAsLong(tree, comparison.length, comparison.text)) return OTHER_LENGTH;
  }
  return null;
};

const OTHER_LENGTH = refuse('same-result', 'What is cut off is not known to be as long as what it is compared with.');

interface Cut {
  /** How many characters are cut off; undefined where all the rest is. */
  readonly length: Node | undefined;
  readonly text: Node;
}

function comparedCut({ left, right, operator }: Extract<Node, { type: 'BinaryExpression' }>): Cut | null {
  if (!/^[!=]==?$/.test(operator)) return null;
  const isLeft = isCut(left);
  const [cut, text] = isLeft ? [left, right] : [right, left];
  if (cut.type !== 'CallExpression' || !isCut(cut)) return null;
  const [start, end] = cut.arguments;
  return { length: start?.type === 'Literal' && start.value === 0 ? end : start, text };
}

function isCut(node: Node): boolean {
  return node.type === 'CallExpression' && /^(?:slice|substr|substring)$/.test(memberName(node.callee) ?? '');
}

/** `2` of 'ab', `-2` of the same, `prefix.length` of `prefix`. */
function isAsLong(tree: SyntaxTree, length: Node | undefined, text: Node): boolean {
  const count = length?.type === 'UnaryExpression' && length.operator === '-' ? length.argument : length;
  if (count?.type === 'Literal') {
    return text.type === 'Literal' && typeof text.value === 'string' && text.value.length === count.value;
  }
  return count !== undefined && textOf(tree, count) === `${textOf(tree, text)}.length`;
}
