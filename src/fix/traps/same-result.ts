import type { Node } from 'oxc-parser';
import { isDeclared } from '../../syntax/is-ambient.js';
import { isFunction } from '../../syntax/is-function.js';
import { refuse } from '../refusal.js';
import { changedPairs, type Trap } from './trap.js';

/** `async () => x` → `() => x`, `get size()` → `size()`, `declare size` → `size`: who uses it gets something else. */
export const sameResult: Trap = (change) => {
  const members = changedPairs(change, 'Property', 'MethodDefinition', 'PropertyDefinition');
  for (const { old, next } of members) {
    if (old.type === next.type && (kindOf(old) !== kindOf(next) || isDeclared(old) !== isDeclared(next))) {
      return refuse('same-result', 'Who reads this member would find something of another kind.');
    }
    if (losesPromise(old.value, next.value)) return NO_PROMISE;
  }
  const functions = changedPairs(change, 'ArrowFunctionExpression', 'FunctionExpression', 'FunctionDeclaration');
  return functions.some(({ old, next }) => losesPromise(old, next)) ? NO_PROMISE : null;
};

const NO_PROMISE = refuse(
  'same-result',
  'Without async, the function gives no promise, and throws where it is called.',
);

function kindOf(node: Node): string | null {
  return 'kind' in node && typeof node.kind === 'string' ? node.kind : null;
}

function losesPromise(old: Node | null, next: Node | null): boolean {
  return old !== null && next !== null && isFunction(old) && old.async && isFunction(next) && !next.async;
}
