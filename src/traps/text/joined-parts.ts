import type { Node } from 'oxc-parser';
import { type Refusal, refuse } from '../../model/refusal.js';
import { constantValue } from '../../semantics/values/constant-value.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { Trap } from '../trap.js';

/**
 * `text.split(mark).join(value)` → `text.replaceAll(mark, value)`: in what replaces, `$&` stands for what was found. A pattern
 * without the flag `g` is an error to `replaceAll`, what its groups find stays in the text of `join`, and nothing at all is
 * found between any two letters, and before and behind them.
 */
export const joinedParts: Trap = ({ before: tree, places }) => {
  for (const { was, made } of places) {
    if (made.type !== 'CallExpression' || memberName(made.callee) !== 'replaceAll') continue;
    const parts = partsOf(was);
    const refusal = parts && (ofMark(tree, parts.mark) ?? ofValue(tree, parts.value));
    if (refusal) return refusal;
  }
  return null;
};

interface Parts {
  readonly mark: Node;
  readonly value: Node;
}

function partsOf(node: Node): Parts | null {
  const split = node.type === 'CallExpression' && node.callee.type === 'MemberExpression' ? node.callee.object : null;
  if (node.type !== 'CallExpression' || split?.type !== 'CallExpression') return null;
  if (memberName(node.callee) !== 'join' || memberName(split.callee) !== 'split') return null;
  const [[mark, ...more], [value]] = [split.arguments, node.arguments];
  return mark && value && more.length === 0 ? { mark, value } : null;
}

function ofMark(tree: SyntaxTree, node: Node): Refusal | null {
  const mark = constantValue(tree, node);
  if (mark.type !== 'Literal') return null;
  if (mark.value === '')
    return refuse('same-arguments', "'' is also found before the first letter, and behind the last.");
  if (!('regex' in mark)) return null;
  const { pattern, flags } = mark.regex;
  if (!flags.includes('g')) return refuse('same-arguments', 'replaceAll takes no pattern without the flag g.');
  return /(?<!\\)\((?!\?(?:[:=!]|<[=!]))/.test(pattern)
    ? refuse('same-arguments', 'What a group finds becomes a part of the list, and is joined as well.')
    : null;
}

function ofValue(tree: SyntaxTree, node: Node): Refusal | null {
  const value = constantValue(tree, node);
  const isPlain = value.type === 'Literal' && !('regex' in value) && !String(value.value).includes('$');
  return isPlain ? null : refuse('same-arguments', 'In what replaces, `$&` and its like stand for what was found.');
}
