import type { Node } from 'oxc-parser';
import { isFunction } from '../../syntax/is-function.js';
import { moduleKind } from '../imports/module-kind.js';
import { refuse } from '../refusal.js';
import type { Trap } from './trap.js';

/** `f()` → `await f()` at the top of a CommonJS module, which cannot wait there. */
export const topLevelAwait: Trap = ({ task: { tree }, after, places }) => {
  const waits = places.some(({ next: [made, ...around] }) => {
    if (!made || around.some(isFunction) || isFunction(made)) return false;
    return after.descendants(made).some((node) => isAwait(node) && !after.lineage(node).some(isFunction));
  });
  return waits && moduleKind(tree) === 'commonjs'
    ? refuse('result-parses', 'At the top of a CommonJS module nothing can be waited for.')
    : null;
};

function isAwait({ type }: Node): boolean {
  return type === 'AwaitExpression';
}
