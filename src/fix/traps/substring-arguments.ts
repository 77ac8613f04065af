import type { Node } from 'oxc-parser';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { isCount } from '../is-count.js';
import { refuse } from '../refusal.js';
import { changedPairs, memberName, type Trap } from './trap.js';

/**
 * `substr` counts characters, `slice` and `substring` count to an end. `substr(a)` is `slice(a)` for
 * every `a`, and `substr(0, n)` is `slice(0, n)` for n ≥ 0; `substring` reads a negative start as 0.
 */
export const substringArguments: Trap = (change) => {
  for (const { old, next } of changedPairs(change, 'CallExpression')) {
    const [from, to] = [memberName(old.callee), memberName(next.callee)];
    if (from === to || !isCut(from) || !isCut(to)) continue;
    if (!sameMeaning(change.task.tree, from, to, old.arguments)) {
      return refuse('same-arguments', `With these arguments ${from} and ${to} do not cut the same.`);
    }
  }
  return null;
};

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
  const textOf = (node: Node): string => tree.text.slice(node.start, node.end);
  return textOf(end.left) === textOf(start) && isCount(tree, end.right);
}

function literalOf(node: Node): number | null {
  return node.type === 'Literal' && typeof node.value === 'number' ? node.value : null;
}
