import type { Node } from 'oxc-parser';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { refuse } from '../refusal.js';
import { changedCalls, type Trap } from './trap.js';

const READERS = ['parseInt', 'parseFloat', 'Number', 'BigInt', 'Math.trunc', 'Math.floor', 'Math.round'] as const;

/** `parseInt("12px", 10)` is 12 and `Number("12px")` is not a number: each reads text in its own way. */
export const numberParsing: Trap = (change) => {
  const { tree } = change.task;
  for (const { old, next } of changedCalls(change)) {
    const [was, is] = [readerOf(tree, old), readerOf(change.after, next)];
    if (was === null || is === null || was === is) continue;
    if (!/parse|Number|BigInt/.test(`${was} ${is}`)) continue;
    return refuse('same-arguments', `${was} and ${is} read text, its rest and its radix in their own ways.`);
  }
  return null;
};

function readerOf(tree: SyntaxTree, { callee }: Extract<Node, { type: 'CallExpression' }>): string | null {
  const name = tree.text
    .slice(callee.start, callee.end)
    .replace(/^(?:Number|globalThis|window|self|global)\.(?!(?:is|to)[A-Z])/, '');
  return READERS.find((each) => each === name) ?? null;
}
