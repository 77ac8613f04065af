import type { Node } from 'oxc-parser';
import { isDeleted, isWritten } from '../../semantics/names/is-written.js';
import { isCallee } from '../../syntax/is-callee.js';
import { type FunctionNode, isFunction } from '../../syntax/is-function.js';
import { isLoop } from '../../syntax/is-loop.js';
import { isUnbound } from '../../syntax/is-unbound.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { usesOf } from '../../syntax/uses-of.js';
import { isOfPrimitive } from './is-of-primitive.js';

/** What a part of sloppy code does that strict code does not, in one sentence; null where nothing is known of it. */
export function meansOtherwiseInStrict(tree: SyntaxTree, node: Node): string | null {
  if (isFunction(node)) {
    if (setsOwnName(tree, node)) return 'In strict mode, a function expression that sets its own name throws.';
    return sharesArguments(tree, node) ? 'In strict mode, `arguments` and the parameters are set apart.' : null;
  }
  switch (node.type) {
    case 'CallExpression':
      return node.callee.type === 'Identifier' && node.callee.name === 'eval' && isUnbound(tree, node.callee)
        ? 'In strict mode, what eval declares is not seen outside of its text.'
        : null;
    case 'ThisExpression':
      if (isOfBareCallback(tree, node)) return 'In a callback that is given no owner, `this` would be undefined.';
      return isBoxed(tree, node) ? 'In strict mode, `this` of a text or number is no object.' : null;
    case 'MemberExpression':
      if (isOfPrimitive(tree, node)) return 'In strict mode, setting a member of what is no object throws.';
      return isOfFrozen(tree, node) ? 'In strict mode, changing a member of a frozen object throws.' : null;
    default:
      return null;
  }
}

function setsOwnName(tree: SyntaxTree, { type, id }: FunctionNode): boolean {
  if (type !== 'FunctionExpression' || !id) return false;
  return usesOf(tree, id).some((use) => isWritten(tree, use));
}

/** In sloppy code `arguments[0]` is the first parameter, whichever of them is set; not where one has a default or is taken apart. */
function sharesArguments(tree: SyntaxTree, node: FunctionNode): boolean {
  const names = node.params.filter((each) => each.type === 'Identifier');
  if (names.length === 0 || names.length < node.params.length) return false;
  const own = nameScopes(tree)
    .named('arguments')
    .references.filter((each) => each.binding === null && ownerOf(tree, each.node) === node)
    .map((each) => tree.parent(each.node));
  if (own.some((user) => user?.type === 'MemberExpression' && user.computed && isWritten(tree, user))) return true;
  const isRead = own.some((user) => user?.type !== 'MemberExpression' || memberName(user) !== 'length');
  if (!isRead) return false;
  const written = names.flatMap((name) => usesOf(tree, name).filter((use) => isWritten(tree, use)));
  return written.length > 0 && !isReadBefore(tree, node, own, written);
}

/** `files = [].slice.call(arguments, 1)`: all is taken from it, and nothing of it kept, before any parameter is set. */
function isReadBefore(
  tree: SyntaxTree,
  owner: FunctionNode,
  read: readonly (Node | null | undefined)[],
  written: readonly Node[],
): boolean {
  const first = written.reduce((earliest, each) => (each.start < earliest.start ? each : earliest));
  const setting = tree.parent(first);
  // What is assigned is reckoned before it is there.
  const limit = setting?.type === 'AssignmentExpression' && setting.left === first ? setting.end : first.start;
  return read.every((user) => {
    if (!user || user.end > limit || !isTakenFrom(user)) return false;
    const around = tree.lineage(user);
    return !around.slice(0, around.indexOf(owner)).some((each) => isFunction(each) || isLoop(each));
  });
}

/** `slice.call(arguments)`, `f.apply(this, arguments)`, `Array.from(arguments)`, `[...arguments]`, `arguments[0]`. */
function isTakenFrom(user: Node): boolean {
  if (user.type === 'SpreadElement' || user.type === 'MemberExpression') return true;
  if (user.type !== 'CallExpression' || user.callee.type !== 'MemberExpression') return false;
  const name = memberName(user.callee);
  return name === 'apply' || name === 'from' || (name === 'call' && memberName(user.callee.object) === 'slice');
}

/** The function that a `this` or `arguments` is of. */
export function ownerOf(tree: SyntaxTree, node: Node): Node | undefined {
  return tree
    .lineage(node)
    .find((each) => (isFunction(each) && each.type !== 'ArrowFunctionExpression') || each.type === 'ClassBody');
}

/** `list.forEach(function () { this.n++; })`; jQuery, whose results are called `$rows` and the like, gives one of its own. */
function isOfBareCallback(tree: SyntaxTree, node: Node): boolean {
  const owner = ownerOf(tree, node);
  const call = owner?.type === 'FunctionExpression' ? tree.parent(owner) : null;
  if (call?.type !== 'CallExpression' || isCallee(tree, owner ?? call)) return false;
  const name = memberName(call.callee) ?? '';
  const isGivenNone = NO_OWNER.test(name) || (CALLBACK_ALONE.test(name) && call.arguments.length === 1);
  return isGivenNone && !/^(?:\$|(?:jQuery|this)(?![\w$]))/.test(textOf(tree, call.callee));
}

const CALLBACK_ALONE = /^(?:forEach|map|filter|some|every|find|findIndex|flatMap)$/;
const NO_OWNER = /^(?:reduce|reduceRight|sort|then|catch|finally)$/;

/** `String.prototype.isText = function () { return typeof this; }`: what is asked of a text in an object. */
function isBoxed(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  if (parent?.type === 'MemberExpression' && parent.object === node) return false;
  const owner = ownerOf(tree, node);
  const set = owner && tree.parent(owner);
  return set?.type === 'AssignmentExpression' && /^(?:String|Number|Boolean)\.prototype\b/.test(textOf(tree, set.left));
}

/** Whether it is set or taken away, of what `Object.freeze` or one of its kind gave. */
function isOfFrozen(tree: SyntaxTree, member: Extract<Node, { type: 'MemberExpression' }>): boolean {
  if (!isWritten(tree, member) && !isDeleted(tree, member)) return false;
  const holder = member.object.type === 'Identifier' ? member.object : null;
  const declaration = holder && nameScopes(tree).resolve(holder.name, holder)?.declaration;
  const made = declaration?.type === 'VariableDeclarator' ? declaration.init : null;
  return made?.type === 'CallExpression' && /^(?:freeze|seal|preventExtensions)$/.test(calledName(made.callee) ?? '');
}

/** Whether the function or class around a part is strict by itself. */
export function isStrictAlready(tree: SyntaxTree, node: Node): boolean {
  return tree.lineage(node).some((each) => {
    if (each.type === 'ClassBody') return true;
    const statements = isFunction(each) && each.body?.type === 'BlockStatement' ? each.body.body : [];
    return statements.some((first) => first.type === 'ExpressionStatement' && first.directive === 'use strict');
  });
}
