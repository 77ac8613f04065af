import type { Node } from 'oxc-parser';
import { isFunction } from '../../syntax/is-function.js';
import { literalMember } from '../../syntax/literal-member.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { isRecursive } from '../effects/is-recursive.js';
import { constantValue } from '../values/constant-value.js';
import { isArrayLike } from '../values/is-array-like.js';
import { isMadeList } from '../values/is-made.js';
import { isPlainData } from '../values/is-plain-data.js';
import { isSliceOfBytes } from '../values/is-slice-of-bytes.js';
import { isStream } from '../values/is-stream.js';
import { onePrimitive, typeBySyntax, typesOf } from '../values/primitive-type.js';
import { valueKinds } from '../values/value-kinds.js';
import { isAmongTicks } from './is-among-ticks.js';
import { isTested } from './is-tested.js';
import { isValueUsed } from './is-value-used.js';
import { readComparison } from './read-comparison.js';

/**
 * Whether a call does the same by another method of the family, as it is written and used here.
 * @param was the method's name; of a global with its object, as in `Object.keys`
 * @param is the same of the one that takes its place
 */
export function isHarmlessExchange(tree: SyntaxTree, call: Call, was: string, is: string): boolean {
  return HARMLESS[`${was} → ${is}`]?.(call, tree) ?? false;
}

export type Call = Extract<Node, { type: 'CallExpression' }>;

type Condition = (call: Call, tree: SyntaxTree) => boolean;

const isUnused: Condition = (call, tree) => {
  const around = tree.parent(call);
  return (around?.type === 'ChainExpression' ? tree.parent(around) : around)?.type === 'ExpressionStatement';
};

const isGlobalReplacement: Condition = ({ arguments: [found, made] }) =>
  isGlobalRegex(found) && !OF_NO_TEXT.test(made?.type ?? '');

/** Without it, `rmdir` takes an empty folder alone and `rm` no folder at all. */
const isOfWholeFolder: Condition = ({ arguments: [, options] }) => isRecursive(options);

const isGivenNothing: Condition = (call) => call.arguments.length === 0;

const isFreshAndUsed: Condition = (call, tree) => {
  const { callee } = call;
  return !isUnused(call, tree) && callee.type === 'MemberExpression' && isMadeList(callee.object);
};

/** What is left out here is never harmless. */
const HARMLESS: Readonly<Record<string, Condition>> = {
  'replace → replaceAll': isGlobalReplacement,
  'replaceAll → replace': isGlobalReplacement,
  'map → forEach': isVisitOfList,
  'forEach → map': (call, tree) =>
    isUnused(call, tree) && call.callee.type === 'MemberExpression' && mayBeList(tree, call.callee.object),
  // What is read is a text in the one, and in the other whether it is set.
  'attr → prop': (call, tree) => call.arguments.length === 2 || isTested(tree, call),
  'addListener → on': isToldOfEvent,
  'on → addListener': isToldOfEvent,
  'removeListener → off': isToldOfEvent,
  'off → removeListener': isToldOfEvent,
  'findUnique → findFirst': () => true,
  'findFirst → findUnique': ({ arguments: [query] }) => isFoundById(query),
  'rmdir → rm': isOfWholeFolder,
  'rmdirSync → rmSync': isOfWholeFolder,
  'JSON.parse → structuredClone': isCopyOfData,
  'toEqual → toStrictEqual': ({ arguments: [expected] }) => isPlain(expected),
  'toBeTruthy → toBe': isBooleanExpected,
  'toBeTruthy → toEqual': isBooleanExpected,
  'toBeTruthy → toStrictEqual': isBooleanExpected,
  'appendChild → append': isUnused,
  'removeChild → remove': isUnused,
  'replaceChild → replaceWith': isUnused,
  'insertBefore → before': (call, tree) => isUnused(call, tree) && !mayBeMissing(tree, call.arguments[1]),
  'requestAnimationFrame → requestIdleCallback': (call, tree) =>
    isUnused(call, tree) && takesNothing(call.arguments[0]),
  'process.nextTick → queueMicrotask': (call, tree) => !isAmongTicks(tree, call),
  'toLocaleLowerCase → toLowerCase': isGivenNothing,
  'toLocaleUpperCase → toUpperCase': isGivenNothing,
  'slice → charAt': isSliceOfText,
  'slice → subarray': (call, tree) => isSliceOfBytes(tree, call),
  'String.fromCharCode → String.fromCodePoint': (call) => call.arguments.every(isCharacter),
  'charCodeAt → codePointAt': isComparedBelowPairs,
  'codePointAt → charCodeAt': isComparedBelowPairs,
  'slice → at': isOneLetterCompared,
  'some → forEach': (call, tree) => isUnused(call, tree) && answersNothing(tree, call.arguments[0]),
  'match → exec': ({ arguments: [regex] }) => isPlainRegex(regex),
  'match → test': (call, tree) => isPlainRegex(call.arguments[0]) && isTested(tree, call),
  'exec → test': (call, tree) =>
    call.callee.type === 'MemberExpression' && isPlainRegex(call.callee.object) && isTested(tree, call),
  'pop → at': isFreshAndUsed,
  'shift → at': isFreshAndUsed,
  'sort → toSorted': isFreshAndUsed,
  'reverse → toReversed': isFreshAndUsed,
  'toSorted → sort': isFreshAndUsed,
  'toReversed → reverse': isFreshAndUsed,
};

/** `name.slice(0, 1).toUpperCase()`, `name.slice(0, 1) === '/'`: bytes and lists are sliced as well, and have no characters. */
function isSliceOfText(call: Call, tree: SyntaxTree): boolean {
  const { callee } = call;
  if (callee.type !== 'MemberExpression') return false;
  if (onePrimitive(typesOf(tree, callee.object, undefined)) === 'string') return true;
  const around = tree.parent(call);
  if (around?.type === 'BinaryExpression')
    return [around.left, around.right].some((side) => side.type === 'Literal' && typeof side.value === 'string');
  const next = around?.type === 'MemberExpression' && around.object === call ? (memberName(around) ?? '') : '';
  return next in String.prototype && !(next in Array.prototype) && !(next in Uint8Array.prototype);
}

/** That of a library is given the list first: `async.map(tasks, run)`. */
function isVisitOfList(call: Call, tree: SyntaxTree): boolean {
  const { callee, arguments: given } = call;
  if (!isUnused(call, tree) || given.length > 2 || given.slice(1).some(isFunction)) return false;
  return !(callee.type === 'MemberExpression' && isStream(tree, callee.object));
}

/** `path.slice(-1) === '/'`: neither '' nor undefined is that letter. */
function isOneLetterCompared(call: Call, tree: SyntaxTree): boolean {
  const [start, ...more] = call.arguments;
  const comparison = tree.parent(call);
  if (!start || more.length > 0 || comparison?.type !== 'BinaryExpression') return false;
  const { bound, operator } = readComparison(comparison, call);
  const isLast = start.type === 'UnaryExpression' && start.operator === '-' && isNumber(start.argument, 1);
  return isLast && /^[!=]==?$/.test(operator) && bound.type === 'Literal' && /^.$/.test(String(bound.value));
}

function isNumber(node: Node, value: number): boolean {
  return node.type === 'Literal' && node.value === value;
}

/** A function that never says that it has seen enough. */
function answersNothing(tree: SyntaxTree, visitor: Node | undefined): boolean {
  if (!visitor || !isFunction(visitor) || visitor.body?.type !== 'BlockStatement') return false;
  const isOwn = (node: Node): boolean => tree.lineage(node).find(isFunction) === visitor;
  return !tree
    .descendants(visitor.body)
    .some((node) => node.type === 'ReturnStatement' && node.argument && isOwn(node));
}

/** `s.charCodeAt(i) === 47`: of a pair of units each is above all that one unit says by itself, and so is their character. */
function isComparedBelowPairs(call: Call, tree: SyntaxTree): boolean {
  const comparison = tree.parent(call);
  if (comparison?.type !== 'BinaryExpression' || !/^(?:[<>]=?|[!=]==?)$/.test(comparison.operator)) return false;
  const { bound } = readComparison(comparison, call);
  return bound.type === 'Literal' && typeof bound.value === 'number' && bound.value < FIRST_OF_PAIRS;
}

const FIRST_OF_PAIRS = 0xd8_00;

/** What no text is asked to put in: a router's `replace` may be. */
const OF_NO_TEXT = /^(?:Object|Array|Class)Expression$/;

/** `{ where: { id } }`: of what else is asked for there may be more than one. */
function isFoundById(query: Node | undefined): boolean {
  if (query?.type !== 'ObjectExpression') return false;
  const keys = query.properties.map((each) => (each.type === 'Property' ? staticName(each.key, each.computed) : null));
  const asked = literalMember(query, 'where');
  if (asked?.type !== 'ObjectExpression' || !keys.every((key) => /^(?:where|select|include|omit)$/.test(key ?? '')))
    return false;
  const [id, ...others] = asked.properties;
  const isId = id?.type === 'Property' && staticName(id.key, id.computed) === 'id' && others.length === 0;
  return isId && !CONDITION.test(id.value.type) && typeBySyntax(id.value) !== 'undefined';
}

/** `{ in: ids }` finds several, and of nothing the one finds any row and the other throws. */
const CONDITION = /^(?:Object|Chain|Logical|Conditional)Expression$/;

/** `JSON.parse(JSON.stringify(x))` of literals: of a date, a function or undefined JSON makes something else. */
function isCopyOfData({ arguments: [written, ...more] }: Call, tree: SyntaxTree): boolean {
  if (written?.type !== 'CallExpression' || more.length > 0) return false;
  const [copied, ...settings] = written.arguments;
  const isWhole = memberName(written.callee) === 'stringify' && settings.length === 0;
  return isWhole && copied !== undefined && isPlainData(tree, copied);
}

/** What a page is asked for need not be there: `insertBefore` then puts it at the end, and of nothing there is no `before`. */
function mayBeMissing(tree: SyntaxTree, node: Node | undefined): boolean {
  const made = node && constantValue(tree, node);
  switch (made?.type) {
    case 'MemberExpression':
      return made.computed || /(?:Child|Sibling)$/.test(memberName(made) ?? '');
    case 'CallExpression':
      return /^(?:querySelector|getElementById|closest|find|item|at|shift|pop)$/.test(calledName(made.callee) ?? '');
    case 'Literal':
    case 'ChainExpression':
    case 'LogicalExpression':
    case 'ConditionalExpression':
      return true;
    default:
      return made === undefined;
  }
}

/** A function that reads no time. */
function takesNothing(node: Node | undefined): boolean {
  return node !== undefined && isFunction(node) && node.params.length === 0;
}

/**
 * `emitter.addListener('data', read)`: that of a query of media, and often that of a module, is given the listener alone;
 * one that gives something to end the listening by is of no emitter of Node either.
 */
function isToldOfEvent(call: Call, tree: SyntaxTree): boolean {
  const [event, listener, ...more] = call.arguments;
  if (!event || !listener || more.length > 0 || isFunction(event) || listener.type === 'ObjectExpression') return false;
  if (OTHER_EMITTERS.test(tree.text)) return false;
  const next = tree.parent(call);
  const isChain = next?.type === 'MemberExpression' && OF_EMITTERS.test(memberName(next) ?? '');
  return isChain || !isValueUsed(tree, call);
}

const OTHER_EMITTERS = /\bgoogle\.maps\b|\bNativeEventEmitter\b|['"]react-native['"]/;
const OF_EMITTERS = /^(?:on|once|off|emit|pipe|listen|(?:add|remove|prepend)\w*Listeners?|setMaxListeners)$/;

/** A number that is one of a character, or a constant and something: others make the new function throw. */
function isCharacter(node: Node): boolean {
  if (node.type === 'Literal') return typeof node.value === 'number' && node.value <= 0xffff;
  if (node.type !== 'BinaryExpression' || !/^[-+%]$/.test(node.operator)) return false;
  const isBase = (side: Node): boolean =>
    isCharacter(side) || (side.type === 'Identifier' && /^[A-Z][A-Z\d_]*$/.test(side.name));
  const isPart = (side: Node): boolean => isBase(side) || side.type === 'Identifier';
  return (isBase(node.left) || isBase(node.right)) && isPart(node.left) && isPart(node.right);
}

function isGlobalRegex(node: Node | undefined): boolean {
  return node?.type === 'Literal' && 'regex' in node && node.regex.flags.includes('g');
}

/** One that neither finds all nor remembers where it was. */
function isPlainRegex(node: Node | undefined): boolean {
  return node?.type === 'Literal' && 'regex' in node && !/[gy]/.test(node.regex.flags);
}

/** Of a set, a map and what a page or an address is asked for, `forEach` is known and `map` is not. */
function mayBeList(tree: SyntaxTree, node: Node): boolean {
  const [kind] = valueKinds(tree, node);
  if (kind !== 'unknown') return kind === 'array';
  const made = constantValue(tree, node);
  if (made.type === 'NewExpression') return calledName(made.callee) === 'Array';
  if (isArrayLike(tree, node)) return false;
  return made.type !== 'CallExpression' || !OF_ADDRESSES.test(memberName(made.callee) ?? '');
}

const OF_ADDRESSES = /^(?:getAll|headers|formData)$/;

/** Text, a number and the like, or a list of them: what is alike is the same then. */
function isPlain(node: Node | undefined): boolean {
  if (node?.type === 'ArrayExpression') return node.elements.every((each) => each !== null && isPrimitive(each));
  return node !== undefined && isPrimitive(node);
}

function isPrimitive(node: Node): boolean {
  return /^(?:string|number|boolean|null)$/.test(typeBySyntax(node)) && node.type !== 'Identifier';
}

/** `expect(a > b).toBeTruthy()` */
function isBooleanExpected({ callee }: Call, tree: SyntaxTree): boolean {
  const expected = callee.type === 'MemberExpression' ? callee.object : null;
  const value = expected?.type === 'CallExpression' ? expected.arguments[0] : undefined;
  return value !== undefined && onePrimitive(typesOf(tree, value, undefined)) === 'boolean';
}
