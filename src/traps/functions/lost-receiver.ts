import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { needsNoReceiver } from '../../semantics/effects/needs-no-receiver.js';
import { isNothing } from '../../semantics/values/is-nothing.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedCalls, type Trap } from '../trap.js';

/**
 * `f.call(self, x)` → `f(x)` takes `self` from it, unless it is what the method is called on anyway; so does
 * `f.bind(self)` → `f`, unless `f` has no use for it.
 */
export const lostReceiver: Trap = (change) => {
  const { before: tree } = change;
  for (const { old, next } of changedCalls(change)) {
    const { callee } = old;
    if (callee.type !== 'MemberExpression' || !/^(?:call|apply)$/.test(memberName(callee) ?? '')) continue;
    const [self] = old.arguments;
    if (!self || isNothing(self) || textOf(change.after, next.callee) !== textOf(tree, callee.object)) continue;
    const { object } = callee;
    const isOwn = object.type === 'MemberExpression' && textOf(tree, object.object) === textOf(tree, self);
    if (!isOwn) return refuse('keeps-context', 'Called by its name, the function would have another `this`.');
  }
  for (const { was, made } of change.places) {
    if (!isBinding(was) || isOfSelection(was)) continue;
    if (was.arguments.length === 1 && needsNoReceiver(tree, was.callee.object)) continue;
    if (!staysBound(change.after, made, textOf(tree, was.callee.object))) {
      return refuse('keeps-context', 'Without bind, `this` is whatever the function is called on.');
    }
  }
  return null;
};

type Binding = Extract<Node, { type: 'CallExpression' }> & { callee: Extract<Node, { type: 'MemberExpression' }> };

function isBinding(node: Node): node is Binding {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
  const [self] = node.arguments;
  return memberName(node.callee) === 'bind' && self !== undefined && !isNothing(self);
}

/** `$('#menu').find('a').bind('click', open)`: what jQuery found listens to events that are named by a text, or by the keys of an object. */
function isOfSelection({ callee, arguments: [events] }: Binding): boolean {
  const isNamed = events !== undefined && /^(?:Literal|ObjectExpression)$/.test(events.type);
  return isNamed && isSelection(callee.object);
}

function isSelection(node: Node): boolean {
  if (node.type !== 'CallExpression') return false;
  const { callee } = node;
  return callee.type === 'MemberExpression'
    ? isSelection(callee.object)
    : callee.type === 'Identifier' && /^(?:\$|jQuery)$/.test(callee.name);
}

/** Bound anew, or to something else; an arrow around the call would have to hand on what it is given as well. */
function staysBound(after: SyntaxTree, made: Node, written: string): boolean {
  return after.descendants(made).some((node) => isBinding(node) && textOf(after, node.callee.object) === written);
}
