import type { Edit } from '../../model/edit.js';
import { contains } from '../../model/position.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { bringsInNodesOwn } from '../../semantics/modules/brings-in-global.js';
import { KNOWN_GLOBALS } from '../../semantics/names/known-globals.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

/**
 * Why a name may not be imported for one place, or null: code elsewhere in the file uses it without declaring it, and
 * would mean the import from then on, not the global it means now.
 * @param names what the import brings in
 * @param edits every edit between the two trees
 */
export function checkCaptured(
  before: SyntaxTree,
  after: SyntaxTree,
  names: readonly string[],
  edits: readonly Edit[],
): Refusal | null {
  const captured = names.find((name) => isUsedUndeclared(before, name, edits) && !isNodesOwn(after, name));
  return captured === undefined
    ? null
    : refuse('name-taken', `Elsewhere in this file "${captured}" is a global, whose place the import would take.`);
}

function isUsedUndeclared(tree: SyntaxTree, name: string, edits: readonly Edit[]): boolean {
  const { references } = nameScopes(tree).named(name);
  return references.some(({ node, binding }) => binding === null && !edits.some(({ range }) => contains(range, node)));
}

function isNodesOwn(tree: SyntaxTree, name: string): boolean {
  const binding = nameScopes(tree)
    .named(name)
    .bindings.find(({ scope }) => scope === tree.program);
  return KNOWN_GLOBALS.has(name) && binding !== undefined && bringsInNodesOwn(tree, binding);
}
