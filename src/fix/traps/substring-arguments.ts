import type { Node } from 'oxc-parser';
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
    if (!sameMeaning(from, to, old.arguments)) {
      return refuse('same-arguments', `With these arguments ${from} and ${to} do not cut the same.`);
    }
  }
  return null;
};

type Cut = 'substr' | 'slice' | 'substring';

function isCut(name: string | null): name is Cut {
  return name === 'substr' || name === 'slice' || name === 'substring';
}

function sameMeaning(from: Cut, to: Cut, given: readonly Node[]): boolean {
  if (given.some((argument) => argument.type === 'SpreadElement')) return false;
  const [start, end, ...others] = given;
  if (!start) return true;
  const first = countOf(start);
  if (!end) return (from !== 'substring' && to !== 'substring') || first !== null;
  const second = countOf(end);
  if (others.length > 0 || first === null || second === null) return false;
  return from === 'substr' || to === 'substr' ? first === 0 : first <= second;
}

/** A literal count, 0 or more; null for everything else. */
function countOf(node: Node): number | null {
  return node.type === 'Literal' && typeof node.value === 'number' && Number.isInteger(node.value) ? node.value : null;
}
