import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { type Call, isCall } from '../../syntax/is-call.js';
import { isFunction } from '../../syntax/is-function.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import { namedFunction } from '../../syntax/named-function.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/**
 * `reduce(f, [])` → `reduce(f)`, by a rule that never looked at what is called. Without its list of dependencies an
 * effect runs after every rendering, and nothing is remembered.
 */
export const droppedArgument: Trap = (change) => {
  const { before: tree, match } = change;
  for (const place of change.places) {
    const old = place.old.find(isCall);
    const next = old && place.next.filter(isCall).find((call) => isOfSame(tree, old, change.after, call));
    const kept = next?.arguments.length ?? 0;
    const dropped = old?.arguments.slice(kept) ?? [];
    if (!next || dropped.length === 0 || !startsAlike(tree, old, change.after, next)) continue;
    const name = calledName(old.callee) ?? '';
    const isNamed = match !== null && (match.range.start < old.callee.end || looksBackAt(match.regex, name));
    if (dropped.some(isUndefined) && (COUNTED.test(name) || countsArguments(tree, old.callee))) return COUNTS;
    if (/^(?:slice|substring|subarray)$/.test(name) && dropped.some((each) => isOtherLength(tree, old, each)))
      return CUT;
    const isDefaults = dropped.every((each, index) => isDefault(name, kept + index, each));
    const isByChance = !isNamed && dropped.every(isBlank) && !isDefaults;
    if (HOOKS.test(name) ? kept === 1 : isByChance) {
      return refuse('same-arguments', `"${name}" would be called without an argument it was given.`);
    }
  }
  return null;
};

/** `(?<=stringify\(\w+), null, 2`: what is called stands in front of the match, and the rule looked at it there. */
function looksBackAt({ source }: RegExp, name: string): boolean {
  return name !== '' && (source.split('(?<=')[1]?.includes(name) ?? false);
}

const COUNTS = refuse('same-arguments', 'It makes a difference here whether undefined is given, or nothing.');

const CUT = refuse('same-arguments', 'It is cut at the length of something else, and would go on to its own end.');

/** `line.slice(0, name.length)` */
function isOtherLength(tree: SyntaxTree, { callee }: Call, end: Node): boolean {
  if (end.type !== 'MemberExpression' || memberName(end) !== 'length' || callee.type !== 'MemberExpression')
    return false;
  return textOf(tree, end.object) !== textOf(tree, callee.object);
}

/**
 * `stack.push(undefined)` adds an element, `new Date(undefined)` is no date, `calledWith(undefined)` expects one argument,
 * and what reduces begins with the second element of a list, by whatever name: `arrayReduce(list, f, undefined)`.
 */
const COUNTED =
  /^(?:\w*[rR]educe\w*|push|unshift|concat|splice|toSpliced|of|max|min|Array|Date|String|Number|BigInt|withArgs|\w*[cC]alled(?:Once)?With\w*)$/;

/** Whether a function of this file takes whatever it is given, however many. */
function countsArguments(tree: SyntaxTree, callee: Node): boolean {
  const made = namedFunction(tree, callee);
  if (!made) return false;
  if (made.params.some(({ type }) => type === 'RestElement')) return true;
  return tree.descendants(made).some((node) => node.type === 'Identifier' && node.name === 'arguments');
}

const HOOKS = /^use(?:Effect|LayoutEffect|InsertionEffect|Memo|Callback)$/;

function isOfSame(tree: SyntaxTree, { callee }: Call, after: SyntaxTree, next: Call): boolean {
  return textOf(tree, callee) === textOf(after, next.callee);
}

function startsAlike(tree: SyntaxTree, old: Call, after: SyntaxTree, next: Call): boolean {
  return next.arguments.every((each, index) => {
    const was = old.arguments[index];
    if (was === undefined) return false;
    // What stands in a callback may be mended along with it.
    return (isFunction(was) && isFunction(each)) || textOf(tree, was) === textOf(after, each);
  });
}

/** What may stand in any call: a rule that takes it away cannot know what it says in this one. */
function isBlank(node: Node): boolean {
  switch (node.type) {
    case 'Literal':
      return typeof node.value !== 'string' || node.value === '';
    case 'ArrayExpression':
      return node.elements.length === 0;
    case 'ObjectExpression':
      return node.properties.length === 0;
    case 'Identifier':
      return node.name === 'undefined';
    default:
      return false;
  }
}

function isUndefined(node: Node): boolean {
  return node.type === 'Identifier' && node.name === 'undefined';
}

/** Whether an argument says what is meant without it as well. */
function isDefault(name: string, index: number, node: Node): boolean {
  if (isUndefined(node)) return true;
  const known = DEFAULTS[name];
  return node.type === 'Literal' && known?.index === index && node.value === known.value;
}

/** What functions of the language and the browser take where nothing is given, and which argument it is, from 0. */
const DEFAULTS: Readonly<Record<string, { readonly index: number; readonly value: number | boolean | null }>> = {
  setTimeout: { index: 1, value: 0 },
  slice: { index: 0, value: 0 },
  indexOf: { index: 1, value: 0 },
  includes: { index: 1, value: 0 },
  startsWith: { index: 1, value: 0 },
  addEventListener: { index: 2, value: false },
  removeEventListener: { index: 2, value: false },
  toString: { index: 0, value: 10 },
  stringify: { index: 1, value: null },
};
