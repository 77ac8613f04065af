import { type Unsound, verifyEdits } from '../../fix/checks/verify-edits.js';
import { losesModule, NO_MODULE_LEFT } from '../../fix/imports/loses-module.js';
import { applyEditsWithin, type Edit, inOrder, isSameEdit } from '../../model/edit.js';
import { contains, mergeRanges, type TextRange } from '../../model/position.js';
import { isRefusal, refuse } from '../../model/refusal.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import { parseSyntax } from '../../syntax/parse-syntax.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { Trial } from '../gates/gate.js';
import { isImportEdit } from './joint-edits.js';

/**
 * Where fixes that are sound one by one are not so together; null where they are: around them everything is read as
 * before, none of the imports that only their old code used is left behind, and one that makes a module of the file is.
 * Text in other languages cannot be asked.
 */
export function whyApart(trial: Trial): Unsound | null {
  const tree = parseSyntax(trial.path, trial.before);
  if (tree === null || !tree.parsed) return null;
  const after = treeAfter(tree, trial);
  return isRefusal(after) ? after : null;
}

/** The new tree, if everything around the fixes is read as before and no import is left without use. */
export function treeAfter(before: SyntaxTree, trial: Trial): SyntaxTree | Unsound {
  const after = verifyEdits(before, hullsOf(trial));
  if (isRefusal(after)) return after;
  if (strandsImport(before, after, trial.edits)) return STRANDED;
  if (takesImport(before, after)) return TAKEN;
  // Each fix may drop the import that only it leaves unused, as long as another one stays.
  const edited = trial.edits.map(({ range }) => range);
  return losesModule(before, after, edited) ? { ...NO_MODULE_LEFT, at: [] } : after;
}

const STRANDED: Unsound = { ...refuse('unused-import', 'Together they leave an import without use.'), at: [] };

const TAKEN: Unsound = {
  ...refuse('still-referenced', 'One of them takes away an import that another one needs.'),
  at: [],
};

/** Each fix as one replaced range, so that wrapping is seen as the replacement of what it wraps. */
function hullsOf({ path, before, parts, edits }: Trial): readonly Edit[] {
  const isImport = (edit: Edit): boolean => isImportEdit(path, before, edit);
  const imports = edits.filter(isImport);
  const ranges = parts.flatMap((part) => {
    const own = part.edits.filter((edit) => !imports.some((each) => isSameEdit(each, edit)));
    return own.length === 0 ? [] : [hullOf(own)];
  });
  const merged = mergeRanges(ranges);
  const hulls = merged.map((range) => {
    const inside = edits.filter((edit) => contains(range, edit.range));
    const text = applyEditsWithin(before, range, inside);
    if (text === null) throw new Error(`the fixes of ${path} overlap`);
    return { range, text };
  });
  const outside = imports.filter((edit) => !merged.some((hull) => contains(hull, edit.range)));
  return inOrder([...outside, ...hulls]);
}

function hullOf(edits: readonly Edit[]): TextRange {
  return {
    start: Math.min(...edits.map(({ range }) => range.start)),
    end: Math.max(...edits.map(({ range }) => range.end)),
  };
}

/** Whether an import that was used before is used no more. */
function strandsImport(before: SyntaxTree, after: SyntaxTree, edits: readonly Edit[]): boolean {
  const taken = edits.map(({ range }) => before.text.slice(range.start, range.end)).join('\n');
  const names = importedNames(before).filter((name) => taken.includes(name));
  if (names.length === 0) return false;
  const declared = new Set(importedNames(after));
  const uses = (tree: SyntaxTree, name: string): boolean => {
    return nameScopes(tree)
      .named(name)
      .references.some(({ binding }) => binding?.kind === 'import');
  };
  return names.some((name) => declared.has(name) && !uses(after, name) && uses(before, name));
}

/** Whether a name that was imported is used, and nothing declares it any more. */
function takesImport(before: SyntaxTree, after: SyntaxTree): boolean {
  const left = new Set(importedNames(after));
  return importedNames(before).some(
    (name) =>
      !left.has(name) &&
      nameScopes(after)
        .named(name)
        .references.some(({ binding }) => binding === null),
  );
}

export function importedNames(tree: SyntaxTree): readonly string[] {
  return tree.program.body.flatMap((node) =>
    node.type === 'ImportDeclaration' ? node.specifiers.map(({ local }) => local.name) : [],
  );
}
