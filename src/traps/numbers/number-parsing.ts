import type { Node } from 'oxc-parser';
import { type Refusal, refuse } from '../../model/refusal.js';
import { beginningOf } from '../../semantics/values/beginning-of.js';
import { typesOf } from '../../semantics/values/primitive-type.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { type Change, changedCalls, changedPairs, type Trap } from '../trap.js';

const READERS = ['parseInt', 'parseFloat', 'Number', 'BigInt', 'Math.trunc', 'Math.floor', 'Math.round'] as const;

/** `parseInt("12px", 10)` is 12, and `Number("12px")` and `+"12px"` are no numbers: each reads text in its own way. */
export const numberParsing: Trap = (change) => {
  const { before: tree } = change;
  for (const { old, next } of changedCalls(change)) {
    const [was, is] = [readerOf(tree, old), readerOf(change.after, next)];
    if (was === null || is === null || was === is) continue;
    if (/parse|Number|BigInt/.test(`${was} ${is}`)) return differ(was, is);
  }
  for (const { old, next } of changedPairs(change, 'CallExpression')) {
    const isBoth = readerOf(tree, old) === 'parseInt' && readerOf(change.after, next) === 'parseInt';
    if (isBoth && asksForTen(next) && isHex(tree, old)) {
      return refuse('same-arguments', 'Without a radix, 0x begins a number of radix 16; with 10 it is no more than 0.');
    }
  }
  for (const { was, made } of change.places) {
    const is = made.type === 'CallExpression' ? readerOf(change.after, made) : null;
    const isPlus = was.type === 'UnaryExpression' && was.operator === '+';
    if (isPlus && is !== null && is !== 'Number') return differ('A plus', is);
    const around = is === 'Number' ? parserAround(tree, was) : null;
    if (around !== null) return differ(around, 'Number');
    if (was.type === 'CallExpression' && readerOf(tree, was) === 'Number' && isOfBigint(change, was, made)) {
      return refuse('same-arguments', 'Number makes a number of a bigint, and a plus throws.');
    }
  }
  return null;
};

/** `parseInt` of `parseInt(text, 10)`, for the text. */
function parserAround(tree: SyntaxTree, text: Node): string | null {
  const call = tree.parent(text);
  const reader = call?.type === 'CallExpression' && call.arguments[0] === text ? readerOf(tree, call) : null;
  return reader?.startsWith('parse') ? reader : null;
}

function differ(was: string, is: string): Refusal {
  return refuse('same-arguments', `${was} and ${is} read text, its rest and its radix in their own ways.`);
}

function isOfBigint({ before, site }: Change, { arguments: [given] }: Call, made: Node): boolean {
  if (made.type !== 'UnaryExpression' || made.operator !== '+' || !given) return false;
  return typesOf(before, given, site.types).has('bigint');
}

type Call = Extract<Node, { type: 'CallExpression' }>;

function isHex(tree: SyntaxTree, { arguments: [text, radix] }: Call): boolean {
  return !radix && text !== undefined && /^\s*[-+]?0x/i.test(beginningOf(tree, text) ?? '');
}

function asksForTen({ arguments: [, radix] }: Call): boolean {
  return radix?.type === 'Literal' && radix.value === 10;
}

function readerOf(tree: SyntaxTree, { callee }: Call): string | null {
  const name = textOf(tree, callee).replace(/^(?:Number|globalThis|window|self|global)\.(?!(?:is|to)[A-Z])/, '');
  return READERS.find((each) => each === name) ?? null;
}
