import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { calledName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedCalls, type Trap } from '../trap.js';

/** `const key = loadSync()` → `const key = load()`: what has its twin by that name gives a promise, or asks for a callback. */
export const unawaitedTwin: Trap = (change) => {
  for (const { old, next } of changedCalls(change)) {
    const [was, made] = [calledName(old.callee), calledName(next.callee)];
    if (made === null || was !== `${made}Sync` || next.arguments.length > old.arguments.length) continue;
    if (!isHandedOn(change.after, next))
      return refuse('same-result', `"${made}" is not done when it returns, as "${was}" is.`);
  }
  return null;
};

/** To whom awaits it here, or is given the promise. */
function isHandedOn(tree: SyntaxTree, call: Node): boolean {
  const parent = tree.parent(call);
  switch (parent?.type) {
    case 'AwaitExpression':
    case 'ReturnStatement':
    case 'YieldExpression':
      return true;
    case 'ArrowFunctionExpression':
      return parent.body === call;
    case 'ConditionalExpression':
      return parent.test !== call && isHandedOn(tree, parent);
    case 'ArrayExpression':
      return isAwaitedTogether(tree, parent);
    case 'MemberExpression':
      return parent.object === call && THEN.test(calledName(parent) ?? '');
    default:
      return false;
  }
}

/** `Promise.all([load(a), load(b)])` */
function isAwaitedTogether(tree: SyntaxTree, list: Node): boolean {
  const call = tree.parent(list);
  if (call?.type !== 'CallExpression' || call.arguments[0] !== list) return false;
  return /^Promise\.(?:all|allSettled|race|any)$/.test(textOf(tree, call.callee)) && isHandedOn(tree, call);
}

const THEN = /^(?:then|catch|finally)$/;
