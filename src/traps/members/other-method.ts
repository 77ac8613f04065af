import type { Node } from 'oxc-parser';
import { type Refusal, refuse } from '../../model/refusal.js';
import { isRecursive } from '../../semantics/effects/is-recursive.js';
import { isAmongTicks } from '../../semantics/uses/is-among-ticks.js';
import { isTested } from '../../semantics/uses/is-tested.js';
import { isValueUsed } from '../../semantics/uses/is-value-used.js';
import { readComparison } from '../../semantics/uses/read-comparison.js';
import { constantValue } from '../../semantics/values/constant-value.js';
import { isArrayLike } from '../../semantics/values/is-array-like.js';
import { isCount } from '../../semantics/values/is-count.js';
import { isPlainData } from '../../semantics/values/is-plain-data.js';
import { isSliceOfBytes } from '../../semantics/values/is-slice-of-bytes.js';
import { isStream } from '../../semantics/values/is-stream.js';
import { onePrimitive, typeBySyntax, typesOf } from '../../semantics/values/primitive-type.js';
import { valueKinds } from '../../semantics/values/value-kinds.js';
import { declaresMethod } from '../../syntax/declares-method.js';
import { isFunction } from '../../syntax/is-function.js';
import { isUnbound } from '../../syntax/is-unbound.js';
import { literalMember } from '../../syntax/literal-member.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import { type Binding, nameScopes } from '../../syntax/name-scopes.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { type Change, changedCalls, type Trap } from '../trap.js';

/** Methods and functions that are easily taken for one another, and give or do something else. */
export const otherMethod: Trap = (change) => {
  const { before: tree } = change;
  for (const { was, made } of change.places) {
    const isIndexed = made.type === 'MemberExpression' && made.computed;
    if (was.type !== 'CallExpression' || memberName(was.callee) !== 'charAt' || !isIndexed) continue;
    if (!isLetterCompared(tree, was)) return NO_CHARACTER;
  }
  for (const { old, next } of changedCalls(change)) {
    const [was, is] = [nameOf(tree, old), nameOf(change.after, next)];
    if (was === null || is === null || was === is) continue;
    const isKin = FAMILIES.some((names) => names.includes(was) && names.includes(is));
    if (was === 'getElementById' && is === 'querySelector' && findsSame(change, old, next)) continue;
    if (isKin && (!isHarmless(tree, old, was, is) || (OF_TREES.test(was) && isOfOwnTree(tree, old, was)))) {
      return differ(was, is);
    }
  }
  return null;
};

const OF_TREES = /^(?:appendChild|removeChild|replaceChild|insertBefore)$/;

/**
 * Whether a tree of the project's own may be meant, whose nodes are no elements: components and blots have children, too.
 * @param name of the method
 */
function isOfOwnTree(tree: SyntaxTree, { callee, arguments: given }: Call, name: string): boolean {
  const receiver = callee.type === 'MemberExpression' ? callee.object : null;
  const isOwn = [receiver, ...given].some((each) => each?.type === 'ThisExpression' || each?.type === 'Super');
  if (isOwn && !isInElement(tree, callee)) return true;
  if (declaresMethod(tree, name) || (hasOtherNodes(tree) && !(receiver && isOfDocument(tree, receiver)))) return true;
  return name === 'insertBefore' && receiver !== null && OF_BLOTS.test(calledName(receiver) ?? '');
}

/** Nodes of Markdown or XML, by the name of the package's class, and whatever stands for one on a telephone. */
function hasOtherNodes(tree: SyntaxTree): boolean {
  if (/['"]react-native['"]/.test(tree.text)) return true;
  return ['Node', 'Element', 'DOMParser'].some((name) => nameScopes(tree).named(name).bindings.some(isValue));
}

function isValue({ declaration }: Binding): boolean {
  return !/^TS(?:Interface|TypeAlias)Declaration$/.test(declaration.type);
}

/** `document.body`, `document.createElement('div')` */
function isOfDocument(tree: SyntaxTree, node: Node): boolean {
  const made = constantValue(tree, node);
  if (made.type === 'CallExpression') return isOfDocument(tree, made.callee);
  if (made.type === 'MemberExpression') return isOfDocument(tree, made.object);
  return made.type === 'Identifier' && made.name === 'document' && isUnbound(tree, made);
}

/** `getElementById('a')` → `querySelector('#a')`. To TypeScript the one gives an element of HTML, the other any. */
function findsSame({ before: tree, site }: Change, old: Call, next: Call): boolean {
  const [id, ...more] = old.arguments;
  const [selector, ...others] = next.arguments;
  if (id?.type !== 'Literal' || selector?.type !== 'Literal' || more.length + others.length > 0) return false;
  const isPlainId = typeof id.value === 'string' && /^[a-z][\w-]*$/i.test(id.value);
  return (
    isPlainId && selector.value === `#${id.value}` && (site.types !== undefined || !/\.[cm]?tsx?$/.test(tree.path))
  );
}

const OF_BLOTS = /(?:blot|component|scroll|view|block|cursor|model|tree)$/i;

/** In a class of custom elements, or in a function that some element may have called. */
function isInElement(tree: SyntaxTree, node: Node): boolean {
  const around = tree.lineage(node).find(({ type }) => type === 'ClassDeclaration' || type === 'ClassExpression');
  if (around?.type !== 'ClassDeclaration' && around?.type !== 'ClassExpression') return true;
  return around.superClass !== null && /(?:Element|Node|Fragment)$/.test(calledName(around.superClass) ?? '');
}

const NO_CHARACTER = refuse('same-arguments', "Behind the end, charAt gives '' and an index undefined.");

/** `text.charAt(0) === '#'`: neither '' nor undefined is that letter. */
function isLetterCompared(tree: SyntaxTree, call: Call): boolean {
  const [index] = call.arguments;
  const comparison = tree.parent(call);
  if (!index || !isCount(tree, index) || comparison?.type !== 'BinaryExpression') return false;
  const other = comparison.left === call ? comparison.right : comparison.left;
  return (
    /^[!=]==?$/.test(comparison.operator) &&
    other.type === 'Literal' &&
    typeof other.value === 'string' &&
    other.value !== ''
  );
}

function differ(was: string, is: string): Refusal {
  return refuse('same-arguments', `${was} and ${is} do not do the same with these arguments, as far as can be told.`);
}

const FAMILIES: readonly (readonly string[])[] = [
  ['sort', 'toSorted'],
  ['reverse', 'toReversed'],
  ['splice', 'toSpliced', 'slice'],
  ['slice', 'subarray'],
  ['replace', 'replaceAll'],
  ['match', 'matchAll'],
  ['map', 'forEach', 'filter', 'find', 'findIndex', 'findLast', 'some', 'every', 'flatMap'],
  ['push', 'unshift', 'pop', 'shift', 'concat', 'at'],
  ['getYear', 'getFullYear'],
  ['getDay', 'getDate'],
  ['charAt', 'at'],
  ['charCodeAt', 'codePointAt'],
  ['String.fromCharCode', 'String.fromCodePoint'],
  ['getElementById', 'querySelector', 'querySelectorAll', 'getElementsByClassName', 'getElementsByTagName'],
  ['Object.keys', 'Object.values', 'Object.entries', 'Object.getOwnPropertyNames', 'Reflect.ownKeys'],
  ['Promise.all', 'Promise.allSettled', 'Promise.any', 'Promise.race'],
  ['Math.floor', 'Math.ceil', 'Math.round', 'Math.trunc'],
  ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame', 'requestIdleCallback'],
  ['process.nextTick', 'queueMicrotask'],
  ['toLowerCase', 'toLocaleLowerCase'],
  ['toUpperCase', 'toLocaleUpperCase'],
  ['escape', 'encodeURI', 'encodeURIComponent'],
  ['unescape', 'decodeURI', 'decodeURIComponent'],
  ['JSON.parse', 'structuredClone'],
  ['Object.freeze', 'Object.seal', 'Object.preventExtensions', 'structuredClone'],
  ['match', 'exec', 'test', 'search'],
  ['appendChild', 'append', 'prepend'],
  ['removeChild', 'remove'],
  ['replaceChild', 'replaceWith'],
  ['insertBefore', 'before', 'after'],
  ['once', 'on', 'addListener', 'prependListener'],
  ['off', 'removeListener'],
  ['exists', 'access', 'stat'],
  ['findFirst', 'findUnique'],
  ['rmdir', 'rm'],
  ['rmdirSync', 'rmSync'],
  ['parse', 'safeParse'],
  ['attr', 'prop'],
  ['toBe', 'toEqual', 'toStrictEqual'],
  ['toBeTruthy', 'toBe', 'toEqual', 'toStrictEqual'],
];

const KIN: ReadonlySet<string> = new Set(FAMILIES.flat());

/** `sort` of `list.sort()`, `Object.keys` of a global; null of anything else. */
function nameOf(tree: SyntaxTree, { callee }: Call): string | null {
  if (callee.type === 'Identifier') {
    return KIN.has(callee.name) && isUnbound(tree, callee) ? callee.name : null;
  }
  const name = memberName(callee);
  if (name === null || callee.type !== 'MemberExpression') return null;
  const { object } = callee;
  return object.type === 'Identifier' &&
    /^(?:Object|Promise|Math|JSON|Reflect|String|Symbol|process)$/.test(object.name)
    ? `${object.name}.${name}`
    : name;
}

type Call = Extract<Node, { type: 'CallExpression' }>;

function isHarmless(tree: SyntaxTree, call: Call, was: string, is: string): boolean {
  const around = tree.parent(call);
  const isUnused = (around?.type === 'ChainExpression' ? tree.parent(around) : around)?.type === 'ExpressionStatement';
  switch (`${was} → ${is}`) {
    case 'replace → replaceAll':
    case 'replaceAll → replace':
      return isGlobalRegex(call.arguments[0]) && !OF_NO_TEXT.test(call.arguments[1]?.type ?? '');
    case 'map → forEach':
      // That of a library is given the list first: `async.map(tasks, run)`.
      return (
        isUnused &&
        call.arguments.length <= 2 &&
        !call.arguments.slice(1).some(isFunction) &&
        !(call.callee.type === 'MemberExpression' && isStream(tree, call.callee.object))
      );
    case 'forEach → map':
      return isUnused && call.callee.type === 'MemberExpression' && mayBeList(tree, call.callee.object);
    case 'attr → prop':
      // What is read is a text in the one, and in the other whether it is set.
      return call.arguments.length === 2 || isTested(tree, call);
    case 'addListener → on':
    case 'on → addListener':
    case 'removeListener → off':
    case 'off → removeListener':
      return isToldOfEvent(tree, call);
    case 'findUnique → findFirst':
      return true;
    case 'findFirst → findUnique':
      return isFoundById(call.arguments[0]);
    case 'rmdir → rm':
    case 'rmdirSync → rmSync':
      // Without it, the one takes an empty folder alone and the other no folder at all.
      return isRecursive(call.arguments[1]);
    case 'JSON.parse → structuredClone':
      return isCopyOfData(tree, call);
    case 'toEqual → toStrictEqual':
      return isPlain(call.arguments[0]);
    case 'toBeTruthy → toBe':
    case 'toBeTruthy → toEqual':
    case 'toBeTruthy → toStrictEqual':
      return isBooleanExpected(tree, call);
    case 'appendChild → append':
    case 'removeChild → remove':
    case 'replaceChild → replaceWith':
      return isUnused;
    case 'insertBefore → before':
      return isUnused && !mayBeMissing(tree, call.arguments[1]);
    case 'requestAnimationFrame → requestIdleCallback':
      return isUnused && takesNothing(call.arguments[0]);
    case 'process.nextTick → queueMicrotask':
      return !isAmongTicks(tree, call);
    case 'toLocaleLowerCase → toLowerCase':
    case 'toLocaleUpperCase → toUpperCase':
      return call.arguments.length === 0;
    case 'slice → subarray':
      return isSliceOfBytes(tree, call);
    case 'String.fromCharCode → String.fromCodePoint':
      return call.arguments.every(isCharacter);
    case 'charCodeAt → codePointAt':
    case 'codePointAt → charCodeAt':
      return isComparedBelowPairs(tree, call);
    case 'match → exec':
      return isPlainRegex(call.arguments[0]);
    case 'match → test':
      return isPlainRegex(call.arguments[0]) && isTested(tree, call);
    case 'exec → test':
      return call.callee.type === 'MemberExpression' && isPlainRegex(call.callee.object) && isTested(tree, call);
    case 'pop → at':
    case 'shift → at':
    case 'sort → toSorted':
    case 'reverse → toReversed':
    case 'toSorted → sort':
    case 'toReversed → reverse':
      return !isUnused && call.callee.type === 'MemberExpression' && isFresh(call.callee.object);
    default:
      return false;
  }
}

/** `s.charCodeAt(i) === 47`: of a pair of units each is above all that one unit says by itself, and so is their character. */
function isComparedBelowPairs(tree: SyntaxTree, call: Call): boolean {
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
function isCopyOfData(tree: SyntaxTree, { arguments: [written, ...more] }: Call): boolean {
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
function isToldOfEvent(tree: SyntaxTree, call: Call): boolean {
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
function isBooleanExpected(tree: SyntaxTree, { callee }: Call): boolean {
  const expected = callee.type === 'MemberExpression' ? callee.object : null;
  const value = expected?.type === 'CallExpression' ? expected.arguments[0] : undefined;
  return value !== undefined && onePrimitive(typesOf(tree, value, undefined)) === 'boolean';
}

/** An array made on the spot, which nobody else can see: only then it is one whether it is changed or copied. */
function isFresh(node: Node): boolean {
  if (node.type === 'ArrayExpression') return true;
  if (node.type !== 'CallExpression') return false;
  const name = memberName(node.callee) ?? '';
  return /^(?:map|filter|flatMap|flat|slice|concat|split|keys|values|entries|from|of|toSorted|toReversed|getOwnPropertyNames)$/.test(
    name,
  );
}
