import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isFunction } from '../../syntax/is-function.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/**
 * `return Promise.resolve(x)` → `return x`, `return Promise.reject(e)` → `throw e`: only where the function is async, or
 * called by `then`, does nobody see the difference.
 */
export const promisedResult: Trap = ({ before: tree, after, places }) => {
  for (const { was: whole, made } of places) {
    const was = whole.type === 'ReturnStatement' ? whole.argument : whole;
    if (was?.type !== 'CallExpression' || !/^Promise\.(?:resolve|reject)$/.test(textOf(tree, was.callee))) continue;
    const isLost = !/\bPromise\b|\basync\b|^await\b/.test(textOf(after, made));
    if (isLost && isSeen(tree, was)) return refuse('same-result', 'Whoever called this may use the promise itself.');
  }
  return null;
};

function isSeen(tree: SyntaxTree, call: Node): boolean {
  const [, parent, ...around] = tree.lineage(call);
  if (parent?.type === 'AwaitExpression') return false;
  const holder = [parent, ...around].find((node) => node !== undefined && isFunction(node));
  if (!holder || !isFunction(holder)) return true;
  const isReturned = parent?.type === 'ReturnStatement' || parent === holder;
  if (!isReturned) return true;
  return !holder.async && !isCalledByThen(tree, holder);
}

function isCalledByThen(tree: SyntaxTree, node: Node): boolean {
  const call = tree.parent(node);
  if (call?.type !== 'CallExpression' || call.callee === node) return false;
  // axios hands its interceptors to `then`.
  const isInterceptor = /\.interceptors\.(?:request|response)\.use$/.test(textOf(tree, call.callee));
  return isInterceptor || /^(?:then|catch|finally)$/.test(memberName(call.callee) ?? '');
}
