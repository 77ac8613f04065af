import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isCount } from '../../semantics/values/is-count.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedPairs, type Trap } from '../trap.js';

/**
 * `substr` counts characters, `slice` and `substring` count to an end. `substr(a)` is `slice(a)` for
 * every `a`, and `substr(0, n)` is `slice(0, n)` for n ≥ 0; `substring` reads a negative start as 0.
 */
export const substringArguments: Trap = (change) => {
  for (const { old, next } of changedPairs(change, 'CallExpression')) {
    const [from, to] = [memberName(old.callee), memberName(next.callee)];
    if (from === to || !isCut(from) || !isCut(to)) continue;
    const { before: tree } = change;
    if (!endsByLength(tree, old) && !sameMeaning(tree, from, to, old.arguments)) {
      return refuse('same-arguments', `With these arguments ${from} and ${to} do not cut the same.`);
    }
  }
  return null;
};

/**
 * An end that is told by the length of the text itself. `text.substring(n, text.length)` with n ≥ 0 goes to the end
 * whatever n is, and so does `substr`; both make nothing of nothing by `(0, text.length - 1)`, as slice does.
 */
function endsByLength(tree: SyntaxTree, { callee, arguments: given }: CallExpression): boolean {
  const [start, end, ...others] = given;
  if (callee.type !== 'MemberExpression' || !start || !end || others.length > 0) return false;
  const { object } = callee;
  if (isLengthOf(tree, end, object)) return isCount(tree, start);
  if (end.type !== 'BinaryExpression' || end.operator !== '-') return false;
  return literalOf(start) === 0 && literalOf(end.right) === 1 && isLengthOf(tree, end.left, object);
}

type CallExpression = Extract<Node, { type: 'CallExpression' }>;

function isLengthOf(tree: SyntaxTree, node: Node, object: Node): boolean {
  if (node.type !== 'MemberExpression' || memberName(node) !== 'length') return false;
  const text = textOf(tree, object);
  return /^(?:this\.)?[\w$]+(?:\.[\w$]+)*$/.test(text) && textOf(tree, node.object) === text;
}

type Cut = 'substr' | 'slice' | 'substring';

function isCut(name: string | null): name is Cut {
  return name === 'substr' || name === 'slice' || name === 'substring';
}

function sameMeaning(tree: SyntaxTree, from: Cut, to: Cut, given: readonly Node[]): boolean {
  if (given.some((argument) => argument.type === 'SpreadElement')) return false;
  const [start, end, ...others] = given;
  if (!start) return true;
  if (!end) return (from !== 'substring' && to !== 'substring') || isCount(tree, start);
  if (others.length > 0 || !isCount(tree, start) || !isCount(tree, end)) return false;
  const first = literalOf(start);
  if (from === 'substr' || to === 'substr') return first === 0;
  const second = literalOf(end);
  return first === 0 || (first !== null && second !== null && first <= second) || isBehind(tree, start, end);
}

/** `n, n + 3`: the end is put together of the start and something that is 0 or more. */
function isBehind(tree: SyntaxTree, start: Node, end: Node): boolean {
  if (start.type !== 'Identifier' || end.type !== 'BinaryExpression' || end.operator !== '+') return false;
  return textOf(tree, end.left) === textOf(tree, start) && isCount(tree, end.right);
}

function literalOf(node: Node): number | null {
  return node.type === 'Literal' && typeof node.value === 'number' ? node.value : null;
}
