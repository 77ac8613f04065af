import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isFunction } from '../../syntax/is-function.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/**
 * `return Promise.resolve(x)` → `return x`, `return Promise.reject(e)` → `throw e`: only where the function is async, or
 * called by `then`, does nobody see the difference. The way back as well: whoever counts on a number is given a promise.
 */
export const promisedResult: Trap = ({ before: tree, after, places }) => {
  for (const { was: whole, made } of places) {
    const given = made.type === 'ReturnStatement' ? made.argument : made;
    if (given && isMadeOf(after, given, textOf(tree, whole)) && isReturned(tree, whole) && !isPromised(tree, whole)) {
      return refuse('same-result', 'Whoever called this is given a promise, and uses the value itself.');
    }
    const was = whole.type === 'ReturnStatement' ? whole.argument : whole;
    if (was?.type !== 'CallExpression' || !/^Promise\.(?:resolve|reject)$/.test(textOf(tree, was.callee))) continue;
    const isLost = !/\bPromise\b|\basync\b|^await\b/.test(textOf(after, made));
    if (isLost && isSeen(tree, was)) return refuse('same-result', 'Whoever called this may use the promise itself.');
  }
  return null;
};

/** `Promise.resolve(x)` of an `x`. */
function isMadeOf(tree: SyntaxTree, made: Node, was: string): boolean {
  if (made.type !== 'CallExpression' || textOf(tree, made.callee) !== 'Promise.resolve') return false;
  const [given, ...more] = made.arguments;
  return given !== undefined && more.length === 0 && textOf(tree, given) === was;
}

/** From a function that is not async, nor called by `then`. */
function isReturned(tree: SyntaxTree, result: Node): boolean {
  const parent = tree.parent(result);
  const isLast =
    parent?.type === 'ReturnStatement' || (parent?.type === 'ArrowFunctionExpression' && parent.body === result);
  return isLast && isSeen(tree, result);
}

/** Whether a function says by its type that it gives a promise, or gives one elsewhere. */
function isPromised(tree: SyntaxTree, result: Node): boolean {
  const holder = tree.lineage(result).find(isFunction);
  if (!holder || !isFunction(holder)) return false;
  if (holder.returnType) return /^:\s*Promise\b/.test(textOf(tree, holder.returnType));
  return tree
    .descendants(holder)
    .some(
      (node) => node.type === 'ReturnStatement' && node.argument !== null && PROMISE.test(textOf(tree, node.argument)),
    );
}

const PROMISE = /^(?:new Promise|Promise\.\w+)\(/;

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
