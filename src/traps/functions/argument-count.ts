import type { Node } from 'oxc-parser';
import { type Refusal, refuse } from '../../model/refusal.js';
import { usesOwnContext } from '../../semantics/effects/uses-own-context.js';
import { isSetAgain } from '../../semantics/names/is-set-again.js';
import { isFunction } from '../../syntax/is-function.js';
import { isStringLike } from '../../syntax/is-string-like.js';
import { isUnbound } from '../../syntax/is-unbound.js';
import { calledName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import { boundFunction } from '../../syntax/named-function.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { type Change, changedCalls, type Trap } from '../trap.js';

/**
 * `x => f(x)` → `f`: who calls it may hand over more, such as an index, and has the value of `f` looked up at once. And
 * `list.map(f)` → `list.map(x => f(x))`: `f` no longer gets the index.
 * `f(...a)` → `f(...a, b)`: which argument `b` is, the length of `a` decides. `process.nextTick(f, a)` →
 * `queueMicrotask(f, a)`: `f` is called without `a`. `a.pipe(b)` → `pipeline(a, b)`: that takes streams and a callback.
 */
export const argumentCount: Trap = (change) => {
  for (const { old, next } of changedCalls(change)) {
    const [was, is] = [calledName(old.callee) ?? '', calledName(next.callee) ?? ''];
    const isOpen = old.arguments.some(({ type }) => type === 'SpreadElement');
    if (isOpen && next.arguments.length > old.arguments.length && !isInFront(change, old, next)) {
      return refuse('same-arguments', 'How many arguments come before the new one cannot be told.');
    }
    if (is === 'queueMicrotask' && next.arguments.length > 1) {
      return refuse('same-arguments', 'What queueMicrotask calls is given no arguments.');
    }
    const needed = NEEDED[`${was} → ${is}`] ?? 0;
    if (next.arguments.length < needed) {
      return refuse('same-arguments', `"${is}" takes ${needed} arguments, and throws without them.`);
    }
    if (is === 'captureException' && was !== is) {
      const [error, ...more] = next.arguments;
      if (more.length > 0 || (error && isStringLike(error))) {
        return refuse('same-arguments', 'It takes an error first, and behind that no other values.');
      }
    }
    if (is === 'pipeline' && !isFunctionLast(next) && was !== is) {
      return refuse('same-arguments', 'A pipeline throws where its last argument is no function.');
    }
  }
  return handedOver(change) ?? cutOff(change);
};

/** Whether what a call is given ends with all that it was given before. */
function isInFront({ before, after }: Change, old: Call, next: Call): boolean {
  const kept = next.arguments.slice(-old.arguments.length);
  return kept.every((each, index) => {
    const was = old.arguments[index];
    return was !== undefined && textOf(after, each) === textOf(before, was);
  });
}

type Call = Extract<Node, { type: 'CallExpression' }>;

/** Functions that take the place of others, and how many arguments they cannot do without. */
const NEEDED: Readonly<Record<string, number>> = {
  'createCipher → createCipheriv': 3,
  'createDecipher → createDecipheriv': 3,
  'decode → verify': 2,
};

function isFunctionLast({ arguments: given }: Extract<Node, { type: 'CallExpression' }>): boolean {
  const last = given.at(-1);
  return last !== undefined && isFunction(last);
}

function handedOver({ before: tree, after, places }: Change): Refusal | null {
  for (const { was, made } of places) {
    if (was.type !== 'ArrowFunctionExpression' || was.body.type !== 'CallExpression') continue;
    const { callee } = was.body;
    if (textOf(tree, callee) !== textOf(after, made) || isSameLater(tree, was, was.body)) continue;
    if (!takesNoMore(tree, callee, was.params.length)) {
      return refuse('same-arguments', 'The function may be given more, or another one, than the arrow gives it.');
    }
  }
  return null;
}

/** `setTimeout(() => poll(), 10)` → `setTimeout(poll, 10)`: a timer gives it nothing, and the name stands for one function for good. */
function isSameLater(tree: SyntaxTree, arrow: Node, { callee, arguments: given }: Call): boolean {
  const timer = tree.parent(arrow);
  if (timer?.type !== 'CallExpression' || given.length > 0 || callee.type !== 'Identifier') return false;
  if (timer.callee.type === 'Identifier' && !isUnbound(tree, timer.callee)) return false;
  const most = TIMERS[calledName(timer.callee) ?? ''] ?? 0;
  const binding = nameScopes(tree).resolve(callee.name, callee);
  if (timer.arguments.length > most || !binding) return false;
  if (binding.kind === 'import') return true;
  const { declaration, kind } = binding;
  if (kind !== 'function' || !isFunction(declaration) || isSetAgain(tree, binding)) return false;
  return !(declaration.body && usesOwnContext(tree, declaration.body));
}

/** How many arguments they take that are not for what they call. */
const TIMERS: Readonly<Record<string, number>> = { setTimeout: 2, setInterval: 2, setImmediate: 1, queueMicrotask: 1 };

function cutOff({ before: tree, after, places }: Change): Refusal | null {
  for (const { was, made } of places) {
    if (was.type !== 'Identifier' || made.type !== 'ArrowFunctionExpression') continue;
    const call = tree.parent(was);
    if (call?.type !== 'CallExpression' || !HANDS_MORE.test(calledName(call.callee) ?? '')) continue;
    const isSame = made.body.type === 'CallExpression' && textOf(after, made.body.callee) === was.name;
    if (isSame && !OF_ONE.test(was.name) && !takesNoMore(tree, was, made.params.length)) {
      return refuse('same-arguments', 'The function may take more than the arrow gives it, such as an index.');
    }
  }
  return null;
}

const HANDS_MORE = /^(?:forEach|map|filter|some|every|flatMap|find(?:Last)?(?:Index)?|reduce(?:Right)?)$/;

/** Functions of the language that take one argument. */
const OF_ONE =
  /^(?:Boolean|Number|String|Symbol|BigInt|isNaN|isFinite|parseFloat|(?:en|de)codeURI(?:Component)?|escape|unescape)$/;

/** Of a function of this file its parameters tell. */
function takesNoMore(tree: SyntaxTree, callee: Node, count: number): boolean {
  if (callee.type !== 'Identifier') return false;
  const binding = nameScopes(tree).resolve(callee.name, callee);
  if (!binding || !/^(?:function|const)$/.test(binding.kind) || isSetAgain(tree, binding)) return false;
  const made = boundFunction(binding);
  if (made?.type !== 'ArrowFunctionExpression' && made?.type !== 'FunctionDeclaration') return false;
  if (made.type === 'ArrowFunctionExpression' && made.start > callee.start) return false;
  const isSimple = made.params.every((each) => each.type === 'Identifier' || each.type === 'ObjectPattern');
  return isSimple && made.params.length <= count && !(made.body && usesOwnContext(tree, made.body));
}
