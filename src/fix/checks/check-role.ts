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
  for (const [index, edit] of edits.entries()) {
    const place = ranges[index];
    const written = place && edit.range.start < edit.range.end ? nameWritten(before, after, edit, place) : null;
    if (!written) continue;
    const { name, start, head } = written;
    const node = nameAt(after, start, name.length);
    if (!node || isReference(after, node)) continue;
    const own = [...ranges, { start, end: start + name.length }];
    if (
      namesOfImportLine(importLine).includes(name) ||
      (!isMember(after, node) && !isKept(before, edit.range.start - head, name) && isBoundElsewhere(after, name, own))
    ) {
      return refuse('name-shadowed', `Here "${name}" would be a name of this code, not the one that is meant.`);
    }
  }
  return null;
}

const FIRST_NAME = /^[\p{ID_Start}$_][\p{ID_Continue}$]*/u;

interface NameWritten {
  readonly name: string;
  readonly start: number;
  /** How much of it stands in front of the edit. */
  readonly head: number;
}

/** The name that an edit begins with, or changes the end of: `loadSync` → `load` by `dSync(` → `d(`. */
function nameWritten(before: SyntaxTree, after: SyntaxTree, edit: Edit, place: TextRange): NameWritten | null {
  const head = LAST_NAME.exec(after.text.slice(Math.max(0, place.start - LONGEST), place.start))?.[0].length ?? 0;
  const start = place.start - head;
  const name = FIRST_NAME.exec(head === 0 ? edit.text : after.text.slice(start, place.end + LONGEST))?.[0];
  if (name === undefined) return null;
  const isLeft = head > 0 && nameAt(before, edit.range.start - head, name.length) !== null;
  return isLeft ? null : { name, start, head };
}

const LAST_NAME = /[\p{ID_Continue}$]*$/u;
/** As much of a text as any name takes. */
const LONGEST = 200;

/** `#name` counts as well: an edit behind the sign makes another private name of it. */
function nameAt(tree: SyntaxTree, start: number, length: number): Node | null {
  const node = tree.enclosing({ start, end: start + length });
  if (node.type === 'PrivateIdentifier') return node;
  return node.type === 'Identifier' && node.start === start && node.name.length === length ? node : null;
}

/** `has: function (a) {` → `has(a) {`: a key that was there stays one. */
function isKept(before: SyntaxTree, start: number, name: string): boolean {
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
