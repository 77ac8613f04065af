import type { Node } from 'oxc-parser';
import { rangesOverlap, type TextRange } from '../../model/position.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { isRefusal, type Refusal } from '../refusal.js';
import { valueOwner } from './value-owner.js';
import { assignedValue, isOpeningQuote, slotOf, type ValueSlot } from './value-slot.js';

/**
 * The value that belongs to the key, keyword or operator a match ends with: `__html:` → what is set,
 * `throw` → what is thrown, `el.innerHTML =` → its right-hand side. A match may see the quote that the value begins
 * with: `throw "`. Null when no value follows.
 */
export function findAdjacentValue(tree: SyntaxTree, range: TextRange): ValueSlot | Refusal | null {
  const match = withoutQuote(tree, range);
  const rest = tree.text.slice(match.end);
  const start = match.end + (rest.length - rest.trimStart().length);
  for (const node of tree.overlapping({ start: match.end - 1, end: start + 1 })) {
    const value = valueBehind(node);
    if (!value || !rangesOverlap(node, match) || !beginsAt(tree, node, value, match, start)) continue;
    const owner = valueOwner(tree, value);
    if (isRefusal(owner)) return node.type === 'AwaitExpression' ? slotOf(tree, value, null) : owner;
    return slotOf(tree, value, owner);
  }
  return null;
}

function withoutQuote(tree: SyntaxTree, match: TextRange): TextRange {
  const end = match.end - 1;
  return end > match.start && isOpeningQuote(tree, end) ? { start: match.start, end } : match;
}

function valueBehind(node: Node): Node | null {
  switch (node.type) {
    case 'ThrowStatement':
    case 'ReturnStatement':
    case 'AwaitExpression':
    case 'YieldExpression':
      return node.argument;
    default:
      return assignedValue(node);
  }
}

/** The match may end before the key's own `:`, `=` or `{`; nothing else may stand between. */
function beginsAt(tree: SyntaxTree, node: Node, value: Node, match: TextRange, start: number): boolean {
  if (value.start < match.end || match.end <= node.start) return false;
  if (value.start === start) return true;
  const between = tree.text.slice(start, value.start);
  return node.type !== 'ThrowStatement' && /^(?:[:=]\s*)?(?:\{\s*)?$/.test(between);
}
