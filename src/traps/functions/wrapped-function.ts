import type { Node } from 'oxc-parser';
import { type Refusal, refuse } from '../../model/refusal.js';
import { usesOwnContext } from '../../semantics/effects/uses-own-context.js';
import { isCallee } from '../../syntax/is-callee.js';
import { type FunctionNode, isFunction } from '../../syntax/is-function.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { usesOf } from '../../syntax/uses-of.js';
import type { Trap } from '../trap.js';

/** `f` → `wrap(f)`: another function, whose callers may count its parameters, call it as a method or construct it. */
export const wrappedFunction: Trap = ({ before: tree, after, places }) => {
  for (const { was, made } of places) {
    if (!isFunction(was) || made.type !== 'CallExpression') continue;
    const isGiven = made.arguments.some((each) => textOf(after, each) === textOf(tree, was));
    const refusal = isGiven && !HANDS_ON.test(calledName(made.callee) ?? '') ? checkWrapped(tree, was) : null;
    if (refusal) return refusal;
  }
  return null;
};

/** What gives back the function itself, or one that is called with the same `this`. */
const HANDS_ON = /^(?:debounce|throttle|once|memoize|promisify|callbackify|deprecate|action|assign|freeze|seal)$/;

function checkWrapped(tree: SyntaxTree, wrapped: FunctionNode): Refusal | null {
  if (wrapped.type !== 'ArrowFunctionExpression' && wrapped.body && usesOwnContext(tree, wrapped.body)) {
    return refuse('keeps-context', 'What `this` or `arguments` mean in it is up to the function around it.');
  }
  if (namesItself(tree, wrapped)) {
    return refuse('same-result', 'Inside it hands itself on by its name, and is another than the one that is wrapped.');
  }
  if (isConstructed(tree, wrapped)) {
    return refuse('constructs', 'It is constructed, or asked for its prototype, which the function around it is not.');
  }
  if (hasCountedParameters(tree, wrapped)) {
    return refuse(
      'same-arguments',
      'Who is given it counts its parameters, and the function around it may have fewer.',
    );
  }
  return hasDirective(wrapped)
    ? refuse('keeps-context', 'A directive says how it is compiled, which the function around it is not.')
    : null;
}

/** `on('x', function once() { off('x', once) })`: who is told to forget it never heard of it. */
function namesItself(tree: SyntaxTree, wrapped: FunctionNode): boolean {
  if (wrapped.type !== 'FunctionExpression' || !wrapped.id) return false;
  return usesOf(tree, wrapped.id).some((use) => !isCallee(tree, use));
}

/** `new A()`, `A.prototype`, `x instanceof A` or `class B extends A` of what a variable is set to. */
function isConstructed(tree: SyntaxTree, wrapped: FunctionNode): boolean {
  const holder = tree.parent(wrapped);
  if (holder?.type === 'ClassDeclaration' || holder?.type === 'ClassExpression') return true;
  if (holder?.type !== 'VariableDeclarator' || holder.id.type !== 'Identifier') return false;
  return usesOf(tree, holder.id).some((use) => {
    const parent = tree.parent(use);
    switch (parent?.type) {
      case 'NewExpression':
        return parent.callee === use;
      case 'MemberExpression':
        return parent.object === use && memberName(parent) === 'prototype';
      case 'BinaryExpression':
        return parent.operator === 'instanceof' && parent.right === use;
      case 'ClassDeclaration':
      case 'ClassExpression':
        return parent.superClass === use;
      default:
        return false;
    }
  });
}

/** Express knows a handler of errors by its four parameters, mongoose by one whether to wait for `next`. */
function hasCountedParameters(tree: SyntaxTree, wrapped: FunctionNode): boolean {
  const call = tree.parent(wrapped);
  if (call?.type !== 'CallExpression' || call.callee === wrapped) return false;
  const name = calledName(call.callee) ?? '';
  const count = wrapped.params.length;
  if (/^(?:pre|curry)$/.test(name)) return count > 0;
  return count === 4 && /^(?:use|all|get|head|post|put|patch|delete|options)$/.test(name);
}

/** `'use server'`, `'worklet'`: a build step takes the function away, and strict mode is of no matter. */
function hasDirective({ body }: FunctionNode): boolean {
  const statements: readonly Node[] = body?.type === 'BlockStatement' ? body.body : [];
  return statements.some(
    (each) => each.type === 'ExpressionStatement' && !!each.directive && each.directive !== 'use strict',
  );
}
