import type { Node } from 'oxc-parser';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { refuse } from '../refusal.js';
import { changedCalls, memberName, type Trap } from './trap.js';

/** `f.call(self, x)` → `f(x)` takes `self` from it, unless it is what the method is called on anyway. */
export const lostReceiver: Trap = (change) => {
  const { tree } = change.task;
  for (const { old, next } of changedCalls(change)) {
    const { callee } = old;
    if (callee.type !== 'MemberExpression' || !/^(?:call|apply)$/.test(memberName(callee) ?? '')) continue;
    const [self] = old.arguments;
    if (!self || isNothing(self) || textOf(change.after, next.callee) !== textOf(tree, callee.object)) continue;
    const { object } = callee;
    const isOwn = object.type === 'MemberExpression' && textOf(tree, object.object) === textOf(tree, self);
    if (!isOwn) return refuse('keeps-context', 'Called by its name, the function would have another `this`.');
  }
  return null;
};

function isNothing(node: Node): boolean {
  return node.type === 'Literal' ? node.value === null : node.type === 'Identifier' && node.name === 'undefined';
}

function textOf(tree: SyntaxTree, { start, end }: Node): string {
  return tree.text.slice(start, end);
}
