import type { Node } from 'oxc-parser';
import type { Edit } from '../../model/edit.js';
import type { TextRange } from '../../model/position.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { isNamedWithin } from '../../semantics/names/is-named-within.js';
import { isReference } from '../../syntax/is-reference.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { namesOfImportLine } from '../imports/wanted-import.js';
import { editedRanges } from './edited-ranges.js';

/**
 * Whether the name that a replacement begins with uses what the file knows by that name. `clock.moment(x)` with
 * `dayjs` put for `moment` asks the clock for something it may not have, and a method or function of that name
 * would get another one.
 * @param before the tree that they change
 * @param after the tree that the edits lead to
 * @param importLine the instruction's own, whose names are meant whether they come with the fix or are there already
 * @param all every edit between the two trees, where these are not the only ones
 */
export function checkRole(
  before: SyntaxTree,
  after: SyntaxTree,
  edits: readonly Edit[],
  importLine: string | null,
  all: readonly Edit[],
): Refusal | null {
  const ranges = editedRanges(edits, all);
  for (const [index, { range, text }] of edits.entries()) {
    const place = ranges[index];
    const name = range.start < range.end ? FIRST_NAME.exec(text)?.[0] : undefined;
    if (!place || name === undefined) continue;
    const node = nameAt(after, place.start, name.length);
    if (!node || isReference(after, node)) continue;
    if (
      namesOfImportLine(importLine).includes(name) ||
      (!isMember(after, node) && !isKept(before, range, name) && isBoundElsewhere(after, name, ranges))
    ) {
      return refuse('name-shadowed', `Here "${name}" would be a name of this code, not the one that is meant.`);
    }
  }
  return null;
}

const FIRST_NAME = /^[\p{ID_Start}$_][\p{ID_Continue}$]*/u;

/** `#name` counts as well: an edit behind the sign makes another private name of it. */
function nameAt(tree: SyntaxTree, start: number, length: number): Node | null {
  const node = tree.enclosing({ start, end: start + length });
  if (node.type === 'PrivateIdentifier') return node;
  return node.type === 'Identifier' && node.start === start && node.name.length === length ? node : null;
}

/** `has: function (a) {` → `has(a) {`: a key that was there stays one. */
function isKept(before: SyntaxTree, { start }: TextRange, name: string): boolean {
  const node = nameAt(before, start, name.length);
  return node?.type === 'Identifier' && !isReference(before, node) && before.parent(node)?.type === 'Property';
}

/** Whether an object has a member of another name nobody knows; a rule about members may well mean that one. */
function isMember(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  return node.type === 'Identifier' && parent?.type === 'MemberExpression' && parent.property === node;
}

function isBoundElsewhere(tree: SyntaxTree, name: string, ranges: readonly TextRange[]): boolean {
  return nameScopes(tree)
    .named(name)
    .bindings.some((binding) => binding.scope === tree.program && !isNamedWithin(tree, ranges, binding));
}
