import type { Node } from 'oxc-parser';
import { refuse } from '../refusal.js';
import { changedCalls, memberName, type Trap, textOf } from './trap.js';

/**
 * `f.call(self, x)` → `f(x)` takes `self` from it, unless it is what the method is called on anyway; so does
 * `f.bind(self)` → `f`, unless `f` is an arrow, which has none of its own.
 */
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
  for (const { old, next } of change.places) {
    const [was] = old;
    if (!was || !isBinding(was) || next.some(isBinding) || isArrow(was.callee.object)) continue;
    return refuse('keeps-context', 'Without bind, `this` is whatever the function is called on.');
  }
  return null;
};

type Binding = Extract<Node, { type: 'CallExpression' }> & { callee: Extract<Node, { type: 'MemberExpression' }> };

function isBinding(node: Node): node is Binding {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
  const [self] = node.arguments;
  return memberName(node.callee) === 'bind' && self !== undefined && !isNothing(self);
}

function isArrow(node: Node): boolean {
  return node.type === 'ParenthesizedExpression' ? isArrow(node.expression) : node.type === 'ArrowFunctionExpression';
}

function isNothing(node: Node): boolean {
  return node.type === 'Literal' ? node.value === null : node.type === 'Identifier' && node.name === 'undefined';
}
