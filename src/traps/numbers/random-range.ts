import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { constantValue } from '../../semantics/values/constant-value.js';
import { calledName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { changedCalls, type Trap } from '../trap.js';

/** `Math.floor(Math.random() * list.length)` → `randomInt(list.length)`: of an empty list the one gives 0 and the other throws. */
export const randomRange: Trap = (change) => {
  const isOpen = changedCalls(change).some(({ old, next }) => {
    if (calledName(next.callee) !== 'randomInt' || calledName(old.callee) === 'randomInt') return false;
    return !next.arguments.every((each) => isWhole(change.after, each)) || !isAscending(next.arguments);
  });
  return isOpen
    ? refuse(
        'same-arguments',
        'randomInt throws where there is no number between its borders, or one of them is no whole number.',
      )
    : null;
};

function isWhole(tree: SyntaxTree, node: Node): boolean {
  const value = constantValue(tree, node);
  return value.type === 'Literal' && Number.isInteger(value.value) && Number(value.value) >= 0;
}

/** As far as both borders are written out. */
function isAscending([first, second]: readonly Node[]): boolean {
  const from = second ? numberIn(first) : 0;
  const to = numberIn(second ?? first);
  return from === null || to === null || from < to;
}

function numberIn(node: Node | undefined): number | null {
  return node?.type === 'Literal' && typeof node.value === 'number' ? node.value : null;
}
