import type { Node } from 'oxc-parser';
import { rangesOverlap, type TextRange } from '../../model/position.js';
import { isRefusal, type Refusal } from '../../model/refusal.js';
import { isTypeImport } from '../../syntax/is-type-import.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { valueOwner } from './value-owner.js';
import { assignedValue, isOpeningQuote, slotOf, type ValueSlot } from './value-slot.js';

/**
 * The value that belongs to the key, keyword or operator a match ends with: `__html:` → what is set,
 * `throw` → what is thrown, `export default` → what is exported, `el.innerHTML =` → its right-hand side. A match may see
 * the quote or bracket that the value begins with: `throw "`, `export default {`. Null when no value follows.
 */
export function findAdjacentValue(tree: SyntaxTree, range: TextRange): ValueSlot | Refusal | null {
  const match = withoutOpening(tree, range);
  const rest = tree.text.slice(match.end);
  const start = match.end + (rest.length - rest.trimStart().length);
  for (const node of tree.overlapping({ start: match.end - 1, end: start + 1 })) {
    const value = valueBehind(tree, node);
    if (!value || !rangesOverlap(node, match) || !beginsAt(tree, node, value, match, start)) continue;
    const owner = valueOwner(tree, value);
    if (isRefusal(owner)) return node.type === 'AwaitExpression' ? slotOf(tree, value, null) : owner;
    return slotOf(tree, value, owner);
  }
  return null;
}

function withoutOpening(tree: SyntaxTree, match: TextRange): TextRange {
  const end = match.end - 1;
  const isOpening = end > match.start && (isOpeningQuote(tree, end) || isOpeningBracket(tree, end));
  return isOpening ? { start: match.start, end } : match;
}

/** Whether an object or list begins at an offset. */
function isOpeningBracket(tree: SyntaxTree, offset: number): boolean {
  const { type, start } = tree.enclosing({ start: offset, end: offset + 1 });
  return start === offset && (type === 'ObjectExpression' || type === 'ArrayExpression');
}

function valueBehind(tree: SyntaxTree, node: Node): Node | null {
  switch (node.type) {
    case 'ThrowStatement':
    case 'ReturnStatement':
    case 'AwaitExpression':
    case 'YieldExpression':
      return node.argument;
    case 'ExportDefaultDeclaration':
      return DECLARES.test(node.declaration.type) || isType(tree, node.declaration) ? null : node.declaration;
    default:
      return assignedValue(node);
  }
}

/** What is declared has a name that the rest of the file may use. */
const DECLARES = /^(?:Function|Class|TSInterface)Declaration$|^TSDeclareFunction$/;

/** Whether a name is that of a type, and of a value at most besides: what is made of the value is no type for others. */
function isType(tree: SyntaxTree, node: Node): boolean {
  if (node.type !== 'Identifier') return false;
  return nameScopes(tree)
    .named(node.name)
    .bindings.some(({ kind, declaration }) => {
      if (kind === 'import') return isTypeImport(tree, declaration);
      return kind === 'type' || kind === 'enum' || kind === 'namespace';
    });
}

/** The match may end before the key's own `:`, `=` or `{`; nothing else may stand between. */
function beginsAt(tree: SyntaxTree, node: Node, value: Node, match: TextRange, start: number): boolean {
  if (value.start < match.end || match.end <= node.start) return false;
  if (value.start === start) return true;
  const between = tree.text.slice(start, value.start);
  return node.type !== 'ThrowStatement' && /^(?:[:=]\s*)?(?:\{\s*)?$/.test(between);
}
