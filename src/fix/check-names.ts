import type { Edit } from '../model/edit.js';
import { contains, type TextRange } from '../model/position.js';
import { type Binding, nameScopes, type Reference } from '../syntax/name-scopes.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';
import { KNOWN_GLOBALS } from './known-globals.js';
import { type Refusal, refuse } from './refusal.js';
import { editedRanges } from './verify-edits.js';
import { requiredModule } from './wanted-import.js';

/**
 * Whether every name that the edits bring in means what the instruction's author meant: a global
 * nothing here hides, or a name of the file's top level. Names that were there before keep their meaning
 * where they stay in their scope.
 */
export function checkNames(before: SyntaxTree, after: SyntaxTree, edits: readonly Edit[]): Refusal | null {
  const ranges = editedRanges(edits);
  if (!holdsIdentifier(after, ranges)) return null;
  const isOld = oldReferences(before, edits);
  const { references } = nameScopes(after);
  for (const reference of references) {
    if (!ranges.some((range) => contains(range, reference.node)) || isOld(reference)) continue;
    const refusal = checkName(before, after, ranges, reference);
    if (refusal) return refusal;
  }
  return null;
}

function holdsIdentifier(tree: SyntaxTree, ranges: readonly TextRange[]): boolean {
  return ranges.some((range) =>
    [...tree.overlapping(range)].some((node) => /Identifier$/.test(node.type) && contains(range, node)),
  );
}

/** References the edited text held before: same name, and bound (or unbound) alike. */
function oldReferences(before: SyntaxTree, edits: readonly Edit[]): (reference: Reference) => boolean {
  const old = nameScopes(before).references.filter(({ node }) => edits.some(({ range }) => contains(range, node)));
  return ({ name, binding }) => old.some((each) => each.name === name && each.binding?.kind === binding?.kind);
}

function checkName(
  before: SyntaxTree,
  after: SyntaxTree,
  ranges: readonly TextRange[],
  { name, binding }: Reference,
): Refusal | null {
  if (!binding) return isDefined(before, name) ? null : unbound(name);
  if (ranges.some((range) => contains(range, binding.identifier))) return null;
  if (isTypeOnly(after, binding)) return unbound(name);
  if (binding.scope !== after.program || (KNOWN_GLOBALS.has(name) && !bringsInGlobal(binding))) {
    return refuse('name-shadowed', `Here "${name}" is a name of this file, not the one the fix speaks of.`);
  }
  return null;
}

function unbound(name: string): Refusal {
  return refuse('name-unbound', `Nothing in this file defines "${name}"; an import_line could bring it in.`);
}

/** A name the file already uses without declaring it is taken to be a global of its project. */
function isDefined(before: SyntaxTree, name: string): boolean {
  return KNOWN_GLOBALS.has(name) || nameScopes(before).references.some((each) => each.name === name && !each.binding);
}

function isTypeOnly(tree: SyntaxTree, { kind, declaration }: Binding): boolean {
  if (kind === 'type') return true;
  const parent = tree.parent(declaration);
  if (declaration.type === 'ImportSpecifier' && declaration.importKind === 'type') return true;
  return parent?.type === 'ImportDeclaration' && parent.importKind === 'type';
}

/** `import process from 'node:process'` and `const crypto = require('crypto')` are the global by another way. */
function bringsInGlobal({ kind, declaration }: Binding): boolean {
  return kind === 'import' || (declaration.type === 'VariableDeclarator' && requiredModule(declaration.init) !== null);
}
