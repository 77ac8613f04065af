import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isDeleted, isWritten } from '../../semantics/names/is-written.js';
import { constantValue } from '../../semantics/values/constant-value.js';
import { isLazy } from '../../semantics/values/is-lazy.js';
import { isMade } from '../../semantics/values/is-made.js';
import { memberName } from '../../syntax/member-name.js';
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
      if (isChangedWithin(tree, old, old.right)) return CHANGED;
    }
    if (was && !is && textOf(tree, was) === textOf(after, next.right)) {
      if (isChangedWithin(tree, old, was) || mayBeChangedBy(tree, old, was)) return CHANGED;
    }
  }
  return null;
};

const ALL_FIRST = refuse(
  'same-result',
  'What it gives is made one by one, and would all be taken before the first is used.',
);

const CHANGED = refuse('same-result', 'The loop may change what it goes through, which a copy does not show.');

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

/** `map` of `map.keys()`: what changes when the loop adds to it or takes from it. */
function collectionOf(node: Node): Node {
  const { callee } = node.type === 'CallExpression' ? node : { callee: null };
  const isView = callee?.type === 'MemberExpression' && /^(?:keys|values|entries)$/.test(memberName(callee) ?? '');
  return isView ? callee.object : node;
}

/** By the loop itself. To take the very element away that is looked at moves nothing in sets and maps. */
function isChangedWithin(tree: SyntaxTree, loop: Loop, list: Node): boolean {
  const name = textOf(tree, collectionOf(list));
  const isIt = (node: Node): boolean => textOf(tree, node) === name;
  return tree.descendants(loop.body).some((node) => {
    if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && isIt(node.callee.object)) {
      const [given] = node.arguments;
      const isOwn =
        memberName(node.callee) === 'delete' &&
        given !== undefined &&
        namesOf(tree, loop).includes(textOf(tree, given));
      return CHANGES.test(memberName(node.callee) ?? '') && !isOwn;
    }
    if (node.type !== 'MemberExpression') return false;
    return isIt(node.object) && (isWritten(tree, node) || isDeleted(tree, node));
  });
}

const CHANGES = /^(?:push|pop|shift|unshift|splice|sort|reverse|fill|copyWithin|set|add|delete|clear)$/;

/** By what the loop calls, where the list is known elsewhere: a listener may end its own listening. */
function mayBeChangedBy(tree: SyntaxTree, loop: Loop, list: Node): boolean {
  if (isMade(constantValue(tree, collectionOf(list)))) return false;
  const own = namesOf(tree, loop);
  return tree.descendants(loop.body).some((node) => {
    if (node.type !== 'CallExpression') return false;
    const first = calledUpon(node.callee);
    if (first.type === 'ThisExpression' || first.type === 'Super') return true;
    return first.type === 'Identifier' && own.includes(first.name);
  });
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
