import type { Node } from 'oxc-parser';
import { type Refusal, refuse } from '../../model/refusal.js';
import { type Call, isHarmlessExchange } from '../../semantics/uses/is-harmless-exchange.js';
import { constantValue } from '../../semantics/values/constant-value.js';
import { isCount } from '../../semantics/values/is-count.js';
import { declaresMethod } from '../../syntax/declares-method.js';
import { isUnbound } from '../../syntax/is-unbound.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import { type Binding, nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { type Change, changedCalls, type Trap } from '../trap.js';

/** Methods and functions that are easily taken for one another, and give or do something else. */
export const otherMethod: Trap = (change) => {
  const { before: tree } = change;
  for (const { was, made } of change.places) {
    if (was.type !== 'CallExpression' || !CUTS.test(memberName(was.callee) ?? '') || !takesOne(made)) continue;
    if (!isLetterCompared(tree, was)) return NO_CHARACTER;
  }
  for (const { old, next } of changedCalls(change)) {
    const [was, is] = [nameOf(tree, old), nameOf(change.after, next)];
    if (was === null || is === null || was === is) continue;
    const isKin = FAMILIES.some((names) => names.includes(was) && names.includes(is));
    if (was === 'getElementById' && is === 'querySelector' && findsSame(change, old, next)) continue;
    if (is === 'querySelectorAll' && isReadAtOnce(tree, old) && selectsSame(was, old, next)) continue;
    if (isKin && (!isHarmlessExchange(tree, old, was, is) || (OF_TREES.test(was) && isOfOwnTree(tree, old, was)))) {
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

/** `getElementsByClassName('row')` → `querySelectorAll('.row')`, and the same by the name of an element. */
function selectsSame(was: string, old: Call, next: Call): boolean {
  const [name, selector] = [old.arguments[0], next.arguments[0]];
  if (name?.type !== 'Literal' || selector?.type !== 'Literal' || typeof name.value !== 'string') return false;
  if (was === 'getElementsByTagName') return selector.value === name.value && /^(?:[a-z]+\d?|\*)$/i.test(name.value);
  const isOfClass = was === 'getElementsByClassName' && selector.value === `.${name.value}`;
  return isOfClass && /^[a-z][\w-]*$/i.test(name.value);
}

/** `.length`, `[0]`: what is found later does not matter, as it would of a list that is kept. */
function isReadAtOnce(tree: SyntaxTree, call: Call): boolean {
  const read = tree.parent(call);
  if (read?.type !== 'MemberExpression' || read.object !== call) return false;
  return read.computed || memberName(read) === 'length';
}

const OF_BLOTS = /(?:blot|component|scroll|view|block|cursor|model|tree)$/i;

/** In a class of custom elements, or in a function that some element may have called. */
function isInElement(tree: SyntaxTree, node: Node): boolean {
  const around = tree.lineage(node).find(({ type }) => type === 'ClassDeclaration' || type === 'ClassExpression');
  if (around?.type !== 'ClassDeclaration' && around?.type !== 'ClassExpression') return true;
  return around.superClass !== null && /(?:Element|Node|Fragment)$/.test(calledName(around.superClass) ?? '');
}

/** `text[0]`, `text.at(0)` */
function takesOne(node: Node): boolean {
  if (node.type === 'CallExpression') return memberName(node.callee) === 'at';
  return node.type === 'MemberExpression' && node.computed;
}

const CUTS = /^(?:charAt|slice|substr|substring)$/;

const NO_CHARACTER = refuse(
  'same-arguments',
  "Where there is no such character, '' is given now and undefined afterwards.",
);

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
  ['slice', 'at'],
  ['slice', 'charAt'],
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
  ['attr', 'data'],
  ['lstat', 'stat'],
  ['lstatSync', 'statSync'],
  ['toLocaleString', 'toString'],
  ['toJSON', 'toISOString'],
  ['toFixed', 'toPrecision', 'toString'],
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
