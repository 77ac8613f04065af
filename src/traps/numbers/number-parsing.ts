import type { Node } from 'oxc-parser';
import { type Refusal, refuse } from '../../model/refusal.js';
import { constantValue } from '../../semantics/values/constant-value.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedCalls, changedPairs, type Trap } from '../trap.js';

const READERS = ['parseInt', 'parseFloat', 'Number', 'BigInt', 'Math.trunc', 'Math.floor', 'Math.round'] as const;

/** `parseInt("12px", 10)` is 12, and `Number("12px")` and `+"12px"` are no numbers: each reads text in its own way. */
export const numberParsing: Trap = (change) => {
  const { before: tree } = change;
  for (const { old, next } of changedPairs(change, 'CallExpression')) {
    const isReadAlike = [readerOf(tree, old), readerOf(change.after, next)].every((each) => each === 'parseInt');
    if (isReadAlike && asksForTen(next) && isHex(tree, old)) {
      return refuse('same-arguments', 'Without a radix, 0x begins a number of radix 16; with 10 it is no more than 0.');
    }
  }
  for (const { old, next } of changedCalls(change)) {
    const [was, is] = [readerOf(tree, old), readerOf(change.after, next)];
    if (was === null || is === null || was === is) continue;
    if (/parse|Number|BigInt/.test(`${was} ${is}`)) return differ(was, is);
  }
  for (const { was, made } of change.places) {
    const is = made.type === 'CallExpression' ? readerOf(change.after, made) : null;
    const isPlus = was.type === 'UnaryExpression' && was.operator === '+';
    if (isPlus && is !== null && is !== 'Number') return differ('A plus', is);
  }
  return null;
};

function differ(was: string, is: string): Refusal {
  return refuse('same-arguments', `${was} and ${is} read text, its rest and its radix in their own ways.`);
}

type Call = Extract<Node, { type: 'CallExpression' }>;

function isHex(tree: SyntaxTree, { arguments: [text, radix] }: Call): boolean {
  return !radix && text !== undefined && /^\s*[-+]?0x/i.test(beginOf(tree, text));
}

/** What a text begins with as far as it is written here, itself or as what a name is set to for good. */
function beginOf(tree: SyntaxTree, text: Node): string {
  const value = constantValue(tree, text);
  switch (value.type) {
    case 'Literal':
      return typeof value.value === 'string' ? value.value : '';
    case 'TemplateLiteral':
      return value.quasis[0]?.value.cooked ?? '';
    case 'BinaryExpression':
      return value.operator === '+' ? beginOf(tree, value.left) : '';
    default:
      return '';
  }
}

function asksForTen({ arguments: [, radix] }: Call): boolean {
  return radix?.type === 'Literal' && radix.value === 10;
}

function readerOf(tree: SyntaxTree, { callee }: Call): string | null {
  const name = textOf(tree, callee).replace(/^(?:Number|globalThis|window|self|global)\.(?!(?:is|to)[A-Z])/, '');
  return READERS.find((each) => each === name) ?? null;
}
