import type { Node } from 'oxc-parser';
import type { Call } from '../../syntax/is-call.js';
import { isFunction } from '../../syntax/is-function.js';
import { isUnbound } from '../../syntax/is-unbound.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { moduleOf } from '../modules/brings-in-global.js';
import { handlerAround } from '../uses/caught-by.js';

const FUNCTIONS: ReadonlySet<string> = new Set([
  'String',
  'Number',
  'Boolean',
  'BigInt',
  'parseInt',
  'parseFloat',
  'isNaN',
  'isFinite',
  'encodeURI',
  'encodeURIComponent',
  'decodeURIComponent',
  'Error',
  'Date',
  'JSON.stringify',
  'Object.keys',
  'Object.values',
  'Object.entries',
  'Object.getOwnPropertyNames',
  'Object.getPrototypeOf',
  'Object.hasOwn',
  'Array.isArray',
  'Number.isInteger',
  'Number.isNaN',
  'Number.isFinite',
  'Number.parseInt',
  'Number.parseFloat',
  'Date.now',
  'performance.now',
  'process.cwd',
  'process.uptime',
  'process.memoryUsage',
  'document.getElementById',
  'document.querySelector',
  'document.querySelectorAll',
  'document.getElementsByClassName',
  'document.getElementsByTagName',
  'getComputedStyle',
  'window.getComputedStyle',
  'atob',
  'btoa',
]);

/** Those that throw for a text that they cannot read, which code finds out by `try`. */
const THROWS: ReadonlySet<string> = new Set(['BigInt', 'decodeURIComponent', 'atob', 'btoa']);

/** All of Math computes, but for what random numbers there were before. */
const MATH = /^Math\.(?!random$)\w+$/;

/** Methods whose name nobody gives to something that acts. */
const METHODS =
  /^(?:to(?:Fixed|Precision|ISOString|JSON|String|(?:Upper|Lower)Case)|to(?:Locale|UTC)?(?:Date|Time)?String|toLocale(?:Upper|Lower)Case|get(?:UTC)?(?:Time|TimezoneOffset|FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds)|pad(?:Start|End)|trim(?:Start|End)?|(?:starts|ends)With|includes|(?:lastI|i)ndexOf|char(?:Code)?At|codePointAt|localeCompare|slice|substr|substring|split|repeat|concat|flat|has|hasOwnProperty|(?:get|has)Attribute|getItem|getState|getBoundingClientRect|closest)$/;

/** Methods of lists that do nothing but call the functions they are given, whose code is looked at where it stands. */
const CALLING = /^(?:map|flatMap|filter|find|findIndex|findLast|findLastIndex|some|every|reduce|reduceRight)$/;

/** Whether a call does nothing but give a value, as far as what it is called on and its arguments do no more. */
export function onlyComputes(tree: SyntaxTree, call: Call): boolean {
  const { callee } = call;
  const name = textOf(tree, callee);
  const root = callee.type === 'MemberExpression' ? callee.object : callee;
  if (root.type === 'Identifier' && (FUNCTIONS.has(name) || MATH.test(name))) {
    return isUnbound(tree, root) && !(THROWS.has(name) && handlerAround(tree, call) !== null);
  }
  if (isOfModule(tree, callee)) return true;
  const method = memberName(callee);
  if (call.type === 'NewExpression' || callee.type !== 'MemberExpression' || method === null) return false;
  return methodComputes(tree, method, callee.object, call);
}

/** Functions of modules that do nothing but reckon, by whatever way they are named. */
const OF_MODULES: readonly (readonly [module: RegExp, functions: RegExp])[] = [
  [/^(?:node:)?util$/, /^(?:inspect|format)$/],
  [
    /^(?:node:)?path(?:\/posix|\/win32)?$/,
    /^(?:join|resolve|basename|dirname|extname|relative|normalize|parse|format|isAbsolute)$/,
  ],
  [
    /^(?:node:)?os$/,
    /^(?:arch|cpus|freemem|homedir|hostname|loadavg|platform|release|tmpdir|totalmem|type|uptime|version)$/,
  ],
  // Colours of the terminal; `colors` alone gives them to every string as well, for which it is needed elsewhere.
  [
    /^(?:ansi-colors|ansis|chalk|colorette|colors\/safe|kleur(?:\/colors)?|nanocolors|picocolors|yoctocolors)$/,
    /^[a-z]\w*$/,
  ],
  [/^prop-types$/, /^(?:oneOf|oneOfType|arrayOf|objectOf|instanceOf|shape|exact)$/],
];

function isOfModule(tree: SyntaxTree, callee: Node): boolean {
  const name = calledName(callee);
  const root = rootOf(callee);
  const binding = name !== null && root.type === 'Identifier' ? nameScopes(tree).resolve(root.name, root) : null;
  const module = binding === null ? null : moduleOf(tree, binding);
  return module !== null && OF_MODULES.some(([modules, names]) => modules.test(module) && names.test(name ?? ''));
}

/** `chalk` of `chalk.red.bold` */
function rootOf(node: Node): Node {
  return node.type === 'MemberExpression' ? rootOf(node.object) : node;
}

function methodComputes(tree: SyntaxTree, name: string, object: Node, { arguments: [first] }: Call): boolean {
  if (METHODS.test(name)) return true;
  if (CALLING.test(name)) return first !== undefined && (isFunction(first) || isConverter(tree, first));
  // A job is planned at a time, not at a number.
  if (name === 'at') return first !== undefined && isNumber(first);
  if (name === 'test') return object.type === 'Literal' && 'regex' in object;
  // A room that is joined has a name; what joins the elements of a list has no letters.
  return name === 'join' && (first === undefined || isSeparator(first));
}

/** `list.filter(Boolean)` */
function isConverter(tree: SyntaxTree, node: Node): boolean {
  return node.type === 'Identifier' && /^(?:Boolean|String|Number)$/.test(node.name) && isUnbound(tree, node);
}

function isNumber(node: Node): boolean {
  const digits = node.type === 'UnaryExpression' && node.operator === '-' ? node.argument : node;
  return digits.type === 'Literal' && typeof digits.value === 'number';
}

function isSeparator(node: Node): boolean {
  return node.type === 'Literal' && typeof node.value === 'string' && !/[\p{L}\p{N}]/u.test(node.value);
}
