import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { usesOwnContext } from '../../semantics/effects/uses-own-context.js';
import { knownCallsOf } from '../../semantics/values/comes-to.js';
import { isExported } from '../../syntax/is-exported.js';
import { isFunction } from '../../syntax/is-function.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { usesOf } from '../../syntax/uses-of.js';
import { changedPairs, type Trap } from '../trap.js';

/** `function () {}` ↔ `() => {}`: an arrow has no `this` and `arguments` of its own, and constructs nothing. */
export const arrowFunction: Trap = (change) => {
  const { before: tree } = change;
  for (const { old, next } of changedPairs(change, 'FunctionExpression', 'ArrowFunctionExpression')) {
    if (old.type === next.type) continue;
    if (tree.children(old).some((child) => usesOwnContext(tree, child, isGivenThis(tree, old)))) {
      return refuse('keeps-context', 'In the other kind of function, `this` or `arguments` would mean something else.');
    }
    if (old.type === 'FunctionExpression' && (old.generator || mayConstruct(tree, old))) {
      return refuse('keeps-context', 'The function may be constructed, which an arrow cannot.');
    }
  }
  return null;
};

/** `list.map(function (each) { return this.read(each); }, this)`: its own `this` is the one further out. */
function isGivenThis(tree: SyntaxTree, node: Node): boolean {
  const call = tree.parent(node);
  if (node.type !== 'FunctionExpression' || call?.type !== 'CallExpression') return false;
  const [callback, given, ...others] = call.arguments;
  const isBound = callback === node && given?.type === 'ThisExpression' && others.length === 0;
  return isBound && call.callee.type === 'MemberExpression' && TAKES_THIS.test(memberName(call.callee) ?? '');
}

const TAKES_THIS = /^(?:forEach|map|filter|some|every|flatMap|find(?:Last)?(?:Index)?)$/;

/** A callback or a member is called; what is exported may be anything, and of a variable its uses tell. */
function mayConstruct(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  switch (parent?.type) {
    case 'CallExpression':
      return parent.callee === node || takesConstructor(parent, node);
    case 'ParenthesizedExpression': {
      // `(function () {})()`
      const call = tree.parent(parent);
      return call?.type !== 'CallExpression' || call.callee !== parent;
    }
    case 'NewExpression':
      // `new Promise(function (resolve) {})` calls it; what stands before another constructor is constructed itself.
      return textOf(tree, parent.callee) === 'Proxy';
    case 'AssignmentExpression':
      // `request.onload = function () {}`
      return parent.right !== node || !HANDLER.test(memberName(parent.left) ?? '');
    case 'Property':
      return parent.method || parent.kind !== 'init';
    case 'ReturnStatement':
    case 'ArrowFunctionExpression':
      return isConstructedResult(tree, parent) || takesConstructor(tree.parent(parent), parent);
    case 'PropertyDefinition':
    case 'ArrayExpression':
    case 'JSXExpressionContainer':
      // AngularJS: `controller('Cart', ['$scope', function ($scope) {}])`.
      return takesConstructor(tree.parent(parent), parent);
    case 'VariableDeclarator': {
      const name = parent.id.type === 'Identifier' ? parent.id : null;
      if (!name || /^[A-Z]/.test(name.name) || isExported(tree, parent)) return true;
      return usesOf(tree, name).some((use) => !isCalledOrGiven(tree, use) || isListed(tree, use));
    }
    default:
      return true;
  }
}

/** `const Base = maker(); new Base()`: what a function of the file gives back is constructed, or given a prototype. */
function isConstructedResult(tree: SyntaxTree, giving: Node): boolean {
  const giver = isFunction(giving) ? giving : tree.lineage(giving).find(isFunction);
  if (!giver || giver.async) return false;
  return knownCallsOf(tree, giver).some((call) => {
    const taker = tree.parent(call);
    const name = taker?.type === 'VariableDeclarator' && taker.init === call ? taker.id : null;
    return name?.type === 'Identifier' && usesOf(tree, name).some((use) => isConstructed(tree, use));
  });
}

function isConstructed(tree: SyntaxTree, use: Node): boolean {
  const parent = tree.parent(use);
  if (parent?.type === 'NewExpression') return parent.callee === use;
  return parent?.type === 'MemberExpression' && parent.object === use && memberName(parent) === 'prototype';
}

const HANDLER = /^on(?!ce$|ly$|es?$|line$|to)[a-z]+$/;

/** `Reflect.construct(Base, [], function () {})`, the stand-in for a class, and what AngularJS makes of a function. */
function takesConstructor(call: Node | null, given: Node): boolean {
  if (call?.type !== 'CallExpression') return false;
  const name = calledName(call.callee) ?? '';
  if (CONSTRUCTING.test(name)) return true;
  const [title, constructed] = call.arguments;
  return /^(?:controller|service|provider)$/.test(name) && title?.type === 'Literal' && constructed === given;
}

const CONSTRUCTING =
  /^(?:construct|inherits|setPrototypeOf|fn|mockImplementation(?:Once)?|callsFake|(?:create)?(?:[sS]py|[sS]tub))$/;

/** `Object.getOwnPropertyNames(f)`: an arrow has no property `prototype`. */
function isListed(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  return parent?.type === 'CallExpression' && parent.callee !== node && LISTS.test(calledName(parent.callee) ?? '');
}

const LISTS = /^(?:getOwnPropertyNames|getOwnPropertyDescriptors|ownKeys)$/;

function isCalledOrGiven(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  return parent?.type === 'CallExpression' || (parent?.type === 'Property' && parent.value === node);
}
