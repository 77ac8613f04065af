import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { constantValue } from '../../semantics/values/constant-value.js';
import { calledName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { Trap } from '../trap.js';

/** `Math.floor(Math.random() * list.length)` → `randomInt(list.length)`: of an empty list the one gives 0 and the other throws. */
export const randomRange: Trap = ({ before, after, places }) => {
  const isOpen = places.some(({ old, next }) => {
    const call = next.find(isRandomInt);
    if (!call || old.some((each) => isRandomInt(each) && each.start === call.start)) return false;
    const borders = call.arguments.map((each) => wholeNumber(after, each));
    return borders.includes(null) || !isAscending(borders) || givesOwnNumbers(before);
  });
  return isOpen
    ? refuse(
        'same-arguments',
        'randomInt throws where there is no number between its borders, or one of them is no whole number.',
      )
    : null;
};

function isRandomInt(node: Node): node is Extract<Node, { type: 'CallExpression' }> {
  return node.type === 'CallExpression' && calledName(node.callee) === 'randomInt';
}

function wholeNumber(tree: SyntaxTree, node: Node): number | null {
  const { type, value } = constantValue(tree, node) as { type: string; value?: unknown };
  return type === 'Literal' && typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : null;
}

/** randomInt takes no range of 2 ** 48 numbers. */
function isAscending(borders: readonly (number | null)[]): boolean {
  const [first, second] = borders;
  const [from, to] = second === undefined ? [0, first] : [first, second];
  return from != null && to != null && from < to && to - from < 2 ** 48;
}

/** `Math.random = seeded(42)`: the numbers are meant to be told beforehand. */
function givesOwnNumbers(tree: SyntaxTree): boolean {
  return /\bMath\.random\s*=(?!=)/.test(tree.text);
}
