import type { Node } from 'oxc-parser';
import { contains } from '../../model/position.js';
import { refuse } from '../../model/refusal.js';
import { isDeleted, isWritten } from '../../semantics/names/is-written.js';
import { constantValue } from '../../semantics/values/constant-value.js';
import { isLazy } from '../../semantics/values/is-lazy.js';
import { isMade } from '../../semantics/values/is-made.js';
import { oneKind, valueKinds } from '../../semantics/values/value-kinds.js';
import { isFunction } from '../../syntax/is-function.js';
import { isUnbound } from '../../syntax/is-unbound.js';
import { memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedPairs, type Trap } from '../trap.js';

/**
 * `for (const each of list)` → `of [...list]`: what the loop adds is then not gone through, and what a generator gives is
 * all taken before the first of it is used. And back: of a list that loses an element meanwhile, the next one is missed.
 */
export const loopedCopy: Trap = (change) => {
  const { before: tree, after } = change;
  for (const { old, next } of changedPairs(change, 'ForOfStatement')) {
    const [was, is] = [copiedBy(old.right), copiedBy(next.right)];
    if (is && !was && textOf(after, is) === textOf(tree, old.right)) {
      if (isLazy(tree, old.right, change.site)) return ALL_FIRST;
      if (isChangedIn(tree, old.body, old.right, old)) return CHANGED;
    }
    if (was && !is && textOf(tree, was) === textOf(after, next.right)) {
      if (isChangedIn(tree, old.body, was, old) || mayBeChangedBy(tree, old, was)) return CHANGED;
    }
  }
  return null;
};

const ALL_FIRST = refuse(
  'same-result',
  'What it gives is made one by one, and would all be taken before the first is used.',
);

const CHANGED = refuse('same-result', 'The loop may change what it goes through, which a copy does not show.');

type Call = Extract<Node, { type: 'CallExpression' }>;
type Loop = Extract<Node, { type: 'ForOfStatement' }>;

/** The list of `[...list]`, `Array.from(list)` and `list.slice()`; null where it is no copy of a whole. */
function copiedBy(node: Node): Node | null {
  if (node.type === 'ParenthesizedExpression') return copiedBy(node.expression);
  if (node.type === 'ArrayExpression') {
    const [only, ...others] = node.elements;
    return only?.type === 'SpreadElement' && others.length === 0 ? only.argument : null;
  }
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return null;
  const [given, ...more] = node.arguments;
  const { object } = node.callee;
  if (memberName(node.callee) === 'slice') return given ? null : object;
  const isFrom = object.type === 'Identifier' && object.name === 'Array' && memberName(node.callee) === 'from';
  return isFrom && given && more.length === 0 ? given : null;
}

/** `map` of `map.keys()`: what changes when the loop adds to it or takes from it. `Object.keys(a)` is a list by itself. */
function collectionOf(tree: SyntaxTree, node: Node): Node {
  const { callee } = node.type === 'CallExpression' ? node : { callee: null };
  if (callee?.type !== 'MemberExpression' || !/^(?:keys|values|entries)$/.test(memberName(callee) ?? '')) return node;
  return textOf(tree, callee.object) === 'Object' ? node : callee.object;
}

/** Whether code changes the list. To take the very element away that a loop looks at moves nothing in sets and maps. */
function isChangedIn(tree: SyntaxTree, code: Node, list: Node, loop: Loop | null): boolean {
  const name = textOf(tree, collectionOf(tree, list));
  const own = loop ? namesOf(tree, loop) : [];
  const isIt = (node: Node): boolean => textOf(tree, node) === name;
  return tree.descendants(code).some((node) => {
    if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && isIt(node.callee.object)) {
      const [given] = node.arguments;
      const isOwn = memberName(node.callee) === 'delete' && given !== undefined && own.includes(textOf(tree, given));
      return CHANGES.test(memberName(node.callee) ?? '') && !isOwn;
    }
    if (node.type !== 'MemberExpression') return false;
    return isIt(node.object) && (isWritten(tree, node) || isDeleted(tree, node));
  });
}

const CHANGES = /^(?:push|pop|shift|unshift|splice|sort|reverse|fill|copyWithin|set|add|delete|clear)$/;

/**
 * By what the loop calls: a listener may end its own listening, and a function of this file may take away what it is
 * given. A list that was made here is changed by the functions of this file alone.
 */
function mayBeChangedBy(tree: SyntaxTree, loop: Loop, list: Node): boolean {
  if (oneKind(tree, list) === 'string') return false;
  const calls = tree.descendants(loop.body).filter((node) => node.type === 'CallExpression');
  const isMadeHere = isMade(constantValue(tree, collectionOf(tree, list)));
  if (!isMadeHere && calls.some((call) => isOwnCall(tree, call, loop))) return true;
  const mayCome = calls.some((call) => isOwnCall(tree, call, loop) || isOfFile(tree, call));
  return mayCome && functionsBeside(tree, loop).some((each) => isChangedIn(tree, each, list, null));
}

/** A call of what the loop is at, which is no mere text or number, or of something of the same object. */
function isOwnCall(tree: SyntaxTree, { callee, arguments: given }: Call, loop: Loop): boolean {
  const first = calledUpon(callee);
  if (given.some(({ type }) => type === 'ThisExpression')) return true;
  if (first.type === 'ThisExpression' || first.type === 'Super') return true;
  if (first.type !== 'Identifier' || !namesOf(tree, loop).includes(first.name)) return false;
  return ![...valueKinds(tree, first)].every((kind) => /^(?:string|number|boolean)$/.test(kind));
}

function isOfFile(tree: SyntaxTree, { callee }: Call): boolean {
  return (
    callee.type === 'Identifier' &&
    nameScopes(tree).resolve(callee.name, callee)?.kind !== 'import' &&
    !isUnbound(tree, callee)
  );
}

function functionsBeside(tree: SyntaxTree, loop: Loop): readonly Node[] {
  return tree.descendants(tree.program).filter((each) => isFunction(each) && !contains(each, loop));
}

/** `each` of `each.run()`, `this` of `this.all.stop()` */
function calledUpon(callee: Node): Node {
  return callee.type === 'MemberExpression' ? calledUpon(callee.object) : callee;
}

/** The names of what the loop is at. */
function namesOf(tree: SyntaxTree, { left }: Loop): readonly string[] {
  const target = left.type === 'VariableDeclaration' ? left.declarations[0]?.id : left;
  if (!target) return [];
  return tree.descendants(target).flatMap((node) => (node.type === 'Identifier' ? [node.name] : []));
}
