import { camelCase, upperSnakeCase } from '../fix/names/spell-name.js';
import { findValueSlot } from '../fix/slots/value-slot.js';
import { wholeNameRegex } from '../model/name-regex.js';
import type { TextRange } from '../model/position.js';
import { isRefusal } from '../model/refusal.js';
import { isStringLike } from '../syntax/is-string-like.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';
import type { PlacedNode } from './align-nodes.js';

/** How a template may call the value by the name it belongs to, the most telling spelling first. */
const SPELLINGS: readonly (readonly [placeholder: string, spell: (name: string) => string | null])[] = [
  ['${UPPER_SNAKE_CASE_NAME}', upperSnakeCase],
  ['${camelCaseName}', camelCase],
  ['${NAME}', (name) => name],
];

/**
 * A constant that gave way to something spelt after the name it had, as `stripeApiKey: 'sk…'` to
 * `stripeApiKey: process.env.STRIPE_API_KEY`. Null where anything else changed, or nothing of the name is in the new text.
 */
export function respeltValue(
  old: SyntaxTree,
  next: SyntaxTree,
  violation: TextRange,
): {
  readonly was: PlacedNode;
  readonly next: { readonly tree: SyntaxTree; readonly range: TextRange };
  readonly templates: readonly string[];
} | null {
  const slot = findValueSlot(old, violation);
  if (slot === null || isRefusal(slot) || slot.name === null || !isStringLike(slot.node)) return null;
  const { node, name } = slot;
  const range = { start: node.start, end: node.end + next.text.length - old.text.length };
  const isAll =
    range.end > range.start &&
    next.text.startsWith(old.text.slice(0, node.start)) &&
    next.text.slice(range.end) === old.text.slice(node.end);
  if (!isAll) return null;
  const written = next.text.slice(range.start, range.end);
  if (written.includes('${') || written.includes(old.text.slice(node.start, node.end))) return null;
  const templates = SPELLINGS.flatMap(([placeholder, spell]) => respell(written, spell(name), placeholder));
  return templates.length === 0 ? null : { was: { tree: old, node }, next: { tree: next, range }, templates };
}

function respell(written: string, name: string | null, placeholder: string): readonly string[] {
  if (name === null) return [];
  const whole = wholeNameRegex(name, 'g');
  const template = written.replace(whole, () => placeholder);
  return template === written ? [] : [template];
}
