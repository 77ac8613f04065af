import type { Node } from 'oxc-parser';
import type { Edit } from '../../model/edit.js';
import { contains, type TextRange } from '../../model/position.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { isNamedWithin } from '../../semantics/names/is-named-within.js';
import { referencesIn } from '../../semantics/names/references-in.js';
import { isExported } from '../../syntax/is-exported.js';
import { isReference } from '../../syntax/is-reference.js';
import { nameRange } from '../../syntax/name-range.js';
import { type Binding, nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { editedRanges } from '../checks/edited-ranges.js';
import { checkUnseenUse } from './check-unseen-use.js';

/** A declared name that the edits change or take away must be nobody else's: not of this file, not of another one. */
export function checkDeclared(
  before: SyntaxTree,
  after: SyntaxTree,
  edits: readonly Edit[],
  ranges: readonly TextRange[],
): Refusal | null {
  const replaced = edits.map(({ range }) => range);
  const scopes = nameScopes(before);
  for (const binding of lostBindings(before, after, replaced, ranges)) {
    const isUsed = scopes.references.some(
      (each) => each.binding === binding && !replaced.some((range) => contains(range, each.node)),
    );
    if (isExported(before, binding.declaration) && binding.scope === before.program)
      return stillReferenced(binding.name);
    if (isUsed || losesValue(before, after, binding, replaced, ranges)) return stillReferenced(binding.name);
  }
  return null;
}

/** Why a declared name may not go, or null: somebody may use what the edits change or take away, unseen in this file. */
export function checkUnseenUses(
  before: SyntaxTree,
  after: SyntaxTree,
  edits: readonly Edit[],
  all: readonly Edit[],
): Refusal | null {
  const replaced = edits.map(({ range }) => range);
  for (const binding of lostBindings(before, after, replaced, editedRanges(edits, all))) {
    const refusal = checkUnseenUse(before, binding);
    if (refusal) return refusal;
  }
  return null;
}

/** Whether what goes declares a name once more, with a value, which nothing gives it then. */
function losesValue(
  before: SyntaxTree,
  after: SyntaxTree,
  { name, scope, declaration }: Binding,
  replaced: readonly TextRange[],
  ranges: readonly TextRange[],
): boolean {
  if (declaration.type !== 'VariableDeclarator' || declaration.init === null) return false;
  if (referencesIn(after, ranges).some((each) => each.name === name)) return false;
  return nameScopes(before)
    .named(name)
    .references.some((each) => each.binding?.scope === scope && !replaced.some((range) => contains(range, each.node)));
}

/** What the replaced code declares and the new code does not. */
function lostBindings(
  before: SyntaxTree,
  after: SyntaxTree,
  replaced: readonly TextRange[],
  ranges: readonly TextRange[],
): readonly Binding[] {
  if (!bindsNames(before, replaced) && !touchesBinding(before, replaced)) return [];
  const kept = new Set(
    nameScopes(after)
      .bindings.filter((each) => isNamedWithin(after, ranges, each))
      .map(({ name }) => name),
  );
  return nameScopes(before).bindings.filter((each) => isNamedWithin(before, replaced, each) && !kept.has(each.name));
}

function touchesBinding(tree: SyntaxTree, ranges: readonly TextRange[]): boolean {
  return ranges.some((range) =>
    tree.overlapping(range).some((node) => {
      const isWithin = node.type === 'Identifier' && contains(range, nameRange(tree.text, node));
      const parent = isWithin ? tree.parent(node) : null;
      return parent !== null && BINDING_PARENTS.test(parent.type) && !isReference(tree, node);
    }),
  );
}

const BINDING_PARENTS = /Function|Class|Declarat|Pattern$|Specifier$|^RestElement$|^CatchClause$|^Property$|^TS/;

/** Whether anything in some ranges declares a name. */
export function bindsNames(tree: SyntaxTree, ranges: readonly TextRange[]): boolean {
  return ranges.some((range) =>
    tree.overlapping(range).some((node) => contains(range, node) && (BINDERS.test(node.type) || isTaken(tree, node))),
  );
}

const BINDERS = /Function|Class|^VariableDeclarat|^Import|^CatchClause$|^TS(?:Enum|Module|TypeAlias|Interface)/;

/** `b` of `const { a, b } = require('m')`, of which an edit may have written no more. */
function isTaken(tree: SyntaxTree, node: Node): boolean {
  return node.type === 'Property' && tree.parent(node)?.type === 'ObjectPattern';
}

function stillReferenced(name: string): Refusal {
  return refuse('still-referenced', `"${name}" is declared here and used elsewhere.`);
}
