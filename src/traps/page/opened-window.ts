import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isValueUsed } from '../../semantics/uses/is-value-used.js';
import { attributeName } from '../../syntax/jsx.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { usesOf } from '../../syntax/uses-of.js';
import { changedPairs, type Trap } from '../trap.js';

/** `page = open(url, '_blank')` → with `'noopener'`: a window that does not know who opened it is not given to who did. */
export const openedWindow: Trap = (change) => {
  const { before: tree, after } = change;
  for (const { old, next } of changedPairs(change, 'CallExpression')) {
    if (!OPENS.test(textOf(tree, old.callee)) || !OPENS.test(textOf(after, next.callee))) continue;
    if (isApart(tree, old) || !isApart(after, next)) continue;
    if (isRead(tree, old)) {
      return refuse('same-result', 'The window is used here, and with "noopener" there is none to be had.');
    }
  }
  return null;
};

const OPENS = /^(?:(?:window|globalThis|self)\.)?open$/;

function isApart(tree: SyntaxTree, { arguments: [, , features] }: Extract<Node, { type: 'CallExpression' }>): boolean {
  return features !== undefined && /\bno(?:opener|referrer)\b/.test(textOf(tree, features));
}

/** Whether the window may be wanted by somebody. */
function isRead(tree: SyntaxTree, node: Node): boolean {
  if (!isValueUsed(tree, node)) return false;
  const parent = tree.parent(node);
  switch (parent?.type) {
    case 'ParenthesizedExpression':
      return isRead(tree, parent);
    case 'LogicalExpression':
      return parent.left === node || isRead(tree, parent);
    case 'ConditionalExpression':
      return parent.test === node || isRead(tree, parent);
    case 'ArrowFunctionExpression':
      return parent.body !== node || isAnswerRead(tree, parent);
    default:
      return true;
  }
}

/** The same of what a function answers: `onClick={() => open(url)}`, and nobody asks a handler for an answer. */
function isAnswerRead(tree: SyntaxTree, giver: Node): boolean {
  const holder = tree.parent(giver);
  switch (holder?.type) {
    case 'JSXExpressionContainer': {
      const attribute = tree.parent(holder);
      return attribute?.type !== 'JSXAttribute' || !HANDLER.test(attributeName(attribute) ?? '');
    }
    case 'Property':
      return !HANDLER.test(staticName(holder.key, holder.computed) ?? '');
    case 'AssignmentExpression':
      return !HANDLER.test(memberName(holder.left) ?? '');
    case 'CallExpression': {
      if (holder.callee === giver) return isRead(tree, holder);
      const name = calledName(holder.callee) ?? '';
      return name === 'useCallback' ? isAnswerRead(tree, holder) : !IGNORES.test(name) && isRead(tree, holder);
    }
    case 'VariableDeclarator': {
      const isOfFile = /^Export/.test(tree.parent(tree.parent(holder) ?? holder)?.type ?? '');
      if (isOfFile || holder.id.type !== 'Identifier') return true;
      // Of a script, another one may use what is used nowhere here.
      const uses = usesOf(tree, holder.id);
      return uses.length === 0 || uses.some((use) => isAnswerRead(tree, use));
    }
    default:
      return true;
  }
}

const HANDLER = /^on(?:\p{Lu}|[a-z]+$)/u;

/** Who calls what they are given, and look at no answer. */
const IGNORES = /^(?:addEventListener|forEach|set(?:Timeout|Interval|Immediate)|requestAnimationFrame|queueMicrotask)$/;
