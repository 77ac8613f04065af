import type { Node } from 'oxc-parser';
import { type Refusal, refuse } from '../../model/refusal.js';
import { isDeclared } from '../../syntax/is-ambient.js';
import { isFunction } from '../../syntax/is-function.js';
import { changedPairs, type Trap } from '../trap.js';

/** `async () => x` → `() => x` and back, `get size()` → `size()`, `declare size` → `size`: who uses it gets something else. */
export const sameResult: Trap = (change) => {
  const members = changedPairs(change, 'Property', 'MethodDefinition', 'PropertyDefinition');
  for (const { old, next } of members) {
    if (old.type === next.type && (kindOf(old) !== kindOf(next) || isDeclared(old) !== isDeclared(next))) {
      return refuse('same-result', 'Who reads this member would find something of another kind.');
    }
    const refusal = otherResult(old.value, next.value);
    if (refusal) return refusal;
  }
  const functions = changedPairs(change, 'ArrowFunctionExpression', 'FunctionExpression', 'FunctionDeclaration');
  return functions.map(({ old, next }) => otherResult(old, next)).find((refusal) => refusal !== null) ?? null;
};

function kindOf(node: Node): string | null {
  return 'kind' in node && typeof node.kind === 'string' ? node.kind : null;
}

function otherResult(old: Node | null, next: Node | null): Refusal | null {
  if (old === null || next === null || !isFunction(old) || !isFunction(next)) return null;
  if (old.generator !== next.generator) return ITERATOR;
  if (old.async === next.async) return null;
  return old.async ? NO_PROMISE : PROMISE;
}

const ITERATOR = refuse('same-result', 'Who calls a generator gets an iterator, and nothing has run by then.');
const PROMISE = refuse('same-result', 'With async, who calls the function gets a promise in place of its result.');
const NO_PROMISE = refuse(
  'same-result',
  'Without async, the function gives no promise, and throws where it is called.',
);
