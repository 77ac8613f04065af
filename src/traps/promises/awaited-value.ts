import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { chainFrom } from '../../syntax/chain-from.js';
import { memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { usesOf } from '../../syntax/uses-of.js';
import type { Trap } from '../trap.js';

/**
 * `Promise.all([f()])` → `Promise.all([await f()])`, or a list that comes there: what is to run beside others would be waited for by itself.
 * `f().then(read).catch(report)` → `(await f()).read().catch(report)`: a failure of the first is no longer reported.
 */
export const awaitedValue: Trap = ({ before: tree, places }) => {
  for (const { was, made } of places) {
    if (beginsWithPause(was) || !beginsWithPause(made)) continue;
    if (isLetGo(tree, was)) return refuse('await-ambiguous', 'With void in front, nobody is to wait for it here.');
    const whole = made.type === 'AwaitExpression' ? was : (chainFrom(tree, was).at(-1) ?? was);
    if (isOfPromises(tree, whole) || isPromiseByName(tree, whole)) {
      return refuse('await-ambiguous', 'The promise itself is used here, not only its result.');
    }
    if (made.type !== 'AwaitExpression' && (isHandled(tree, was) || isGivenAway(tree, was))) {
      return refuse(
        'await-ambiguous',
        'What handles a failure here would not be told of one that is waited for before.',
      );
    }
  }
  return null;
};

/** `await f()` and `(await f()).json()` */
function beginsWithPause(node: Node): boolean {
  switch (node.type) {
    case 'AwaitExpression':
      return true;
    case 'ParenthesizedExpression':
    case 'ChainExpression':
    case 'TSNonNullExpression':
      return beginsWithPause(node.expression);
    case 'MemberExpression':
      return beginsWithPause(node.object);
    case 'CallExpression':
      return beginsWithPause(node.callee);
    default:
      return false;
  }
}

/** `f().catch(report)`, `f().then(show).finally(done)`, `f().then(show, report)` */
function isHandled(tree: SyntaxTree, node: Node): boolean {
  const member = tree.parent(node);
  const call = member && tree.parent(member);
  if (member?.type !== 'MemberExpression' || member.object !== node || call?.type !== 'CallExpression') return false;
  const name = memberName(member) ?? '';
  if (/^(?:catch|finally)$/.test(name)) return true;
  return name === 'then' && (call.arguments.length > 1 || isHandled(tree, call));
}

/** `orNull(f().then(read))`: whoever is given a promise may handle its failure. */
function isGivenAway(tree: SyntaxTree, node: Node): boolean {
  const call = tree.parent(node);
  const isPromise = node.type === 'CallExpression' && memberName(node.callee) === 'then';
  return isPromise && call?.type === 'CallExpression' && call.callee !== node;
}

function isLetGo(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  if (parent?.type === 'ParenthesizedExpression') return isLetGo(tree, parent);
  return parent?.type === 'UnaryExpression' && parent.operator === 'void';
}

/** Given to `Promise.all` and its like, to what outlives the request, or to a list that comes there. */
function isOfPromises(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  if (parent && HANDS_ON.test(parent.type)) return isOfPromises(tree, parent);
  if (parent?.type === 'VariableDeclarator') {
    const { id } = parent;
    return node.type === 'ArrayExpression' && id.type === 'Identifier' && isListOfPromises(tree, id);
  }
  if (parent?.type === 'AssignmentExpression') {
    const { left } = parent;
    const bound = left.type === 'Identifier' ? nameScopes(tree).resolve(left.name, left)?.identifier : undefined;
    return node.type === 'ArrayExpression' && bound?.type === 'Identifier' && isListOfPromises(tree, bound);
  }
  // Whoever is given the list may wait for all of it.
  if (parent?.type === 'ReturnStatement') return node.type === 'ArrayExpression';
  if (parent?.type === 'MemberExpression') {
    const call = tree.parent(parent);
    return parent.object === node && memberName(parent) === 'concat' && call !== null && isOfPromises(tree, call);
  }
  if (parent?.type !== 'CallExpression' || parent.callee === node || parent.callee.type !== 'MemberExpression')
    return false;
  const { object } = parent.callee;
  const name = memberName(parent.callee) ?? '';
  if (/^(?:waitUntil|respondWith)$/.test(name)) return true;
  if (object.type !== 'Identifier') return false;
  if (object.name === 'Promise') return true;
  const list = name === 'push' ? nameScopes(tree).resolve(object.name, object)?.identifier : undefined;
  return list?.type === 'Identifier' && isListOfPromises(tree, list);
}

/** What a list or a choice is made of comes where that comes. */
const HANDS_ON = /^(?:Array|Conditional|Logical|Parenthesized)Expression$|^SpreadElement$/;

function isListOfPromises(tree: SyntaxTree, list: Extract<Node, { type: 'Identifier' }>): boolean {
  return usesOf(tree, list).some((use) => isOfPromises(tree, use));
}

/** A variable that is waited for later, or asked for what promises have. */
function isPromiseByName(tree: SyntaxTree, node: Node): boolean {
  const declarator = tree.parent(node);
  if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') return false;
  return usesOf(tree, declarator.id).some((use) => {
    const parent = tree.parent(use);
    if (parent?.type === 'AwaitExpression') return true;
    if (parent?.type === 'MemberExpression') return /^(?:then|catch|finally)$/.test(memberName(parent) ?? '');
    return isOfPromises(tree, use);
  });
}
