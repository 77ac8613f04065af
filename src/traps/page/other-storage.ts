import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isValueUsed } from '../../semantics/uses/is-value-used.js';
import { isFunction } from '../../syntax/is-function.js';
import { isStringLike } from '../../syntax/is-string-like.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { isBetween, type Trap } from '../trap.js';

/**
 * `localStorage.getItem(k)` → `chrome.storage.local.getItem(k)`: that of an extension has other methods, and gives promises;
 * promises come of `AsyncStorage` and `localforage` as well.
 */
export const otherStorage: Trap = ({ before: tree, after, places }) => {
  for (const place of places) {
    const { was, made, next } = place;
    if (isBetween(place) || !WEB.test(textOf(tree, was)) || OTHER.test(textOf(tree, was))) continue;
    const within = [...after.descendants(made), ...next].filter((node) => OTHER.test(textOf(after, node)));
    const isMissed = within.some((node) => isStorage(after, node) && !isUsedAsOne(after, node));
    if (isMissed)
      return refuse('same-arguments', 'This storage has other methods, or gives a promise of what it holds.');
  }
  return null;
};

const WEB = /\b(?:local|session)Storage\b/;

const OF_EXTENSION = /(?:^|\b(?:window|globalThis|self)\.)(?:chrome|browser)\.storage\.(?:local|session|sync|managed)$/;
const PROMISING = /^(?:AsyncStorage|local[fF]orage)$/;
const OTHER = /\b(?:chrome|browser)\.storage\b|\b(?:AsyncStorage|local[fF]orage)\b/;

function isStorage(tree: SyntaxTree, node: Node): boolean {
  const text = textOf(tree, node);
  if (node.type === 'MemberExpression') return OF_EXTENSION.test(text);
  return node.type === 'Identifier' && PROMISING.test(text);
}

/** Whether a method of its own is called, with what that takes, and a promise of what it holds is waited for. */
function isUsedAsOne(tree: SyntaxTree, storage: Node): boolean {
  const method = tree.parent(storage);
  if (method?.type !== 'MemberExpression' || method.object !== storage) return false;
  const call = tree.parent(method);
  if (call?.type !== 'CallExpression' || call.callee !== method) return false;
  const name = memberName(method) ?? '';
  const isWaitedFor = !isValueUsed(tree, call) || isAwaited(tree, call);
  if (storage.type === 'Identifier') return /^(?:get|set|remove)Item$|^clear$/.test(name) && isWaitedFor;
  const [first] = call.arguments;
  switch (name) {
    case 'clear':
    case 'remove':
      return isWaitedFor;
    case 'set':
      return isWaitedFor && first !== undefined && !isStringLike(first) && !isText(call.arguments);
    case 'get':
      return call.arguments.some(isFunction) || isReadByName(tree, call);
    default:
      return false;
  }
}

/** `set(key, value)`, as in a web storage: what is set is an object here, and behind it comes a callback at most. */
function isText([, second]: readonly Node[]): boolean {
  return second !== undefined && !isFunction(second);
}

function isAwaited(tree: SyntaxTree, call: Node): boolean {
  const parent = tree.parent(call);
  if (parent?.type === 'AwaitExpression') return true;
  if (parent?.type === 'ReturnStatement' || parent?.type === 'ArrowFunctionExpression')
    return tree.lineage(call).find(isFunction)?.async === true;
  return parent?.type === 'MemberExpression' && /^(?:then|catch|finally)$/.test(memberName(parent) ?? '');
}

/** `(await chrome.storage.local.get('k')).k`: it gives an object, whatever it is asked for. */
function isReadByName(tree: SyntaxTree, call: Node): boolean {
  const waiting = tree.parent(call);
  if (waiting?.type === 'MemberExpression') return memberName(waiting) === 'then';
  if (waiting?.type !== 'AwaitExpression') return false;
  const around = tree.parent(waiting);
  const reader = around?.type === 'ParenthesizedExpression' ? tree.parent(around) : around;
  if (reader?.type === 'VariableDeclarator') return reader.id.type === 'ObjectPattern';
  return reader?.type === 'MemberExpression';
}
