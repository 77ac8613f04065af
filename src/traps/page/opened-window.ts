import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isValueUsed } from '../../semantics/uses/is-value-used.js';
import { attributeName } from '../../syntax/jsx.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedPairs, type Trap } from '../trap.js';

/** `page = open(url, '_blank')` → with `'noopener'`: a window that does not know who opened it is not given to who did. */
export const openedWindow: Trap = (change) => {
  const { before: tree, after } = change;
  for (const { old, next } of changedPairs(change, 'CallExpression')) {
    if (!OPENS.test(textOf(tree, old.callee)) || !OPENS.test(textOf(after, next.callee))) continue;
    if (isApart(tree, old) || !isApart(after, next)) continue;
    if (isValueUsed(tree, old) && !isHandlers(tree, old)) {
      return refuse('same-result', 'The window is used here, and with "noopener" there is none to be had.');
    }
  }
  return null;
};

const OPENS = /^(?:(?:window|globalThis|self)\.)?open$/;

function isApart(tree: SyntaxTree, { arguments: [, , features] }: Extract<Node, { type: 'CallExpression' }>): boolean {
  return features !== undefined && /\bno(?:opener|referrer)\b/.test(textOf(tree, features));
}

/** `onClick={() => open(url)}`: nobody asks a handler for an answer. */
function isHandlers(tree: SyntaxTree, call: Node): boolean {
  const arrow = tree.parent(call);
  const holder = arrow?.type === 'ArrowFunctionExpression' && arrow.body === call ? tree.parent(arrow) : null;
  if (holder?.type === 'CallExpression') return /\.addEventListener$/.test(textOf(tree, holder.callee));
  const attribute = holder?.type === 'JSXExpressionContainer' ? tree.parent(holder) : null;
  return attribute?.type === 'JSXAttribute' && /^on\p{Lu}/u.test(attributeName(attribute) ?? '');
}
