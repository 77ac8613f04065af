import type { Edit } from '../model/edit.js';
import { contains, type TextRange } from '../model/position.js';
import { isReference } from '../syntax/is-reference.js';
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
  const orphaned = checkDeclared(before, after, edits, ranges);
  if (orphaned) return orphaned;
  // Looking names up takes a walk over the whole file, which most edits can do without.
  const known = namesIn(
    before,
    edits.map(({ range }) => range),
  );
  const introduced = [...namesIn(after, ranges)].filter((name) => !known.has(name));
  const clearly = introduced.every((name) => KNOWN_GLOBALS.has(name) && !before.text.includes(name));
  if (clearly && !bindsNames(after, ranges)) return null;
  const old = nameScopes(before).references.filter(({ node }) => edits.some(({ range }) => contains(range, node)));
  for (const reference of nameScopes(after).references) {
    if (!ranges.some((range) => contains(range, reference.node))) continue;
    const earlier = old.filter((each) => each.name === reference.name);
    const inEdit = isInside(ranges, reference.binding);
    const kept = earlier.find(
      (each) =>
        isInside(
          edits.map(({ range }) => range),
          each.binding,
        ) === inEdit,
    );
    if (kept && kept.binding?.kind === reference.binding?.kind) continue;
    if (inEdit && earlier.length > 0) return shadowed(reference.name);
    const refusal = inEdit ? null : checkName(before, after, reference);
    if (refusal) return refusal;
  }
  return null;
}

function isInside(ranges: readonly TextRange[], binding: Binding | null): boolean {
  return binding !== null && ranges.some((range) => contains(range, binding.identifier));
}

/** A declared name that the edits change or take away must be nobody else's: not of this file, not of another one. */
function checkDeclared(
  before: SyntaxTree,
  after: SyntaxTree,
  edits: readonly Edit[],
  ranges: readonly TextRange[],
): Refusal | null {
  const replaced = edits.map(({ range }) => range);
  if (!bindsNames(before, replaced) && !touchesBinding(before, replaced)) return null;
  const kept = new Set(
    nameScopes(after)
      .bindings.filter((each) => isInside(ranges, each))
      .map(({ name }) => name),
  );
  const scopes = nameScopes(before);
  for (const binding of scopes.bindings) {
    if (!isInside(replaced, binding) || kept.has(binding.name)) continue;
    const isExported = before.lineage(binding.declaration).some((node) => /^Export/.test(node.type));
    const isUsed = scopes.references.some(
      (each) => each.binding === binding && !replaced.some((range) => contains(range, each.node)),
    );
    if (isExported && binding.scope === before.program) return stillReferenced(binding.name);
    if (isUsed) return stillReferenced(binding.name);
  }
  return null;
}

function stillReferenced(name: string): Refusal {
  return refuse('still-referenced', `"${name}" is declared here and used elsewhere.`);
}

function touchesBinding(tree: SyntaxTree, ranges: readonly TextRange[]): boolean {
  return ranges.some((range) =>
    [...tree.overlapping(range)].some((node) => {
      const parent = node.type === 'Identifier' && contains(range, node) ? tree.parent(node) : null;
      return parent !== null && BINDING_PARENTS.test(parent.type) && !isReference(tree, node);
    }),
  );
}

const BINDING_PARENTS = /Function|Class|Declarat|Pattern$|Specifier$|^RestElement$|^CatchClause$|^Property$|^TS/;

const BINDERS = /Function|Class|^VariableDeclarat|^Import|^CatchClause$|^TS(?:Enum|Module|TypeAlias|Interface)/;

function bindsNames(tree: SyntaxTree, ranges: readonly TextRange[]): boolean {
  return ranges.some((range) =>
    [...tree.overlapping(range)].some((node) => contains(range, node) && BINDERS.test(node.type)),
  );
}

function namesIn(tree: SyntaxTree, ranges: readonly TextRange[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const range of ranges) {
    for (const node of tree.overlapping(range)) {
      if (node.type !== 'Identifier' && node.type !== 'JSXIdentifier') continue;
      if (contains(range, node) && isReference(tree, node)) names.add(node.name);
    }
  }
  return names;
}

function checkName(before: SyntaxTree, after: SyntaxTree, { name, binding }: Reference): Refusal | null {
  if (!binding) return isDefined(before, name) ? null : unbound(name);
  if (isTypeOnly(after, binding)) return unbound(name);
  if (binding.scope !== after.program || (KNOWN_GLOBALS.has(name) && !bringsInGlobal(binding))) {
    return shadowed(name);
  }
  return null;
}

function shadowed(name: string): Refusal {
  return refuse('name-shadowed', `Here "${name}" would be a name of this code, not the one that is meant.`);
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
