import { checkNames } from '../../fix/names/check-names.js';
import { applyEdits, type Edit, isSameEdit } from '../../model/edit.js';
import { contains } from '../../model/position.js';
import { isRefusal } from '../../model/refusal.js';
import { moduleOf } from '../../semantics/modules/brings-in-global.js';
import { isNeededByJsx } from '../../semantics/modules/is-needed-unseen.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import { parseSyntax } from '../../syntax/parse-syntax.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { Gate, Part, Trial } from '../gates/gate.js';
import { askGates } from '../gates/index.js';
import { isImportEdit } from './joint-edits.js';
import { importedNames, treeAfter } from './stands-together.js';

/**
 * A trial that every gate agreed to, without the edits it does not need: those the violations stay healed without,
 * every name stays bound without, and every gate agrees to miss. An import that the fix uses is needed, and so is
 * whatever reaches into a match. Without syntax nobody can tell, and all edits stay.
 */
export async function reduceTrial(trial: Trial, gates: readonly Gate[]): Promise<Trial> {
  if (trial.edits.length < 2) return trial;
  const tree = parseSyntax(trial.path, trial.before);
  if (tree === null || !tree.parsed) return trial;
  let reduced = trial;
  for (const edit of trial.edits) {
    if (!mayBeSpare(edit, trial, tree)) continue;
    const smaller = without(reduced, edit);
    if (smaller !== null && isSound(smaller, tree) && (await askGates(smaller, gates)) === null) reduced = smaller;
  }
  return reduced;
}

function mayBeSpare(edit: Edit, trial: Trial, tree: SyntaxTree): boolean {
  const { path, before, parts } = trial;
  if (isImportEdit(path, before, edit)) return importsInVain(edit, trial);
  const owner = parts.find((part) => part.edits.some((each) => isSameEdit(each, edit)));
  if (owner === undefined || reachesMatch(edit, owner)) return false;
  const removed = before.slice(edit.range.start, edit.range.end);
  // Half a bracket is no edit of its own, and an import goes with the code that was the last to use it.
  if (!isBalanced(edit.text) || !isBalanced(removed) || takesImport(tree, edit)) return false;
  return owner.edits.some((each) => reachesMatch(each, owner));
}

function importsInVain(edit: Edit, { path, before, after }: Trial): boolean {
  const [was, is] = [parseSyntax(path, before), parseSyntax(path, after)];
  if (was === null || is === null) return false;
  const known = new Set(importedNames(was));
  const brought = importedNames(is).filter((name) => !known.has(name) && edit.text.includes(name));
  const { references } = nameScopes(is);
  const isUsed = references.some(({ name, binding }) => binding !== null && brought.includes(name));
  return brought.length > 0 && !isUsed && !brought.some((name) => isNeededByJsx(is, name));
}

/** Whether a name that is imported or required goes with an edit. */
function takesImport(tree: SyntaxTree, { range }: Edit): boolean {
  return nameScopes(tree).bindings.some(
    (binding) => contains(range, binding.identifier) && moduleOf(tree, binding) !== null,
  );
}

function reachesMatch({ range }: Edit, { site }: Part): boolean {
  return site.members.some(({ place }) => {
    return place !== null && range.start <= place.range.end && place.range.start <= range.end;
  });
}

function isBalanced(text: string): boolean {
  const count = (brackets: RegExp): number => text.match(brackets)?.length ?? 0;
  return count(/\(/g) === count(/\)/g) && count(/\[/g) === count(/\]/g) && count(/\{/g) === count(/\}/g);
}

/** The trial without one edit; null where a fix would have none left. */
function without(trial: Trial, edit: Edit): Trial | null {
  const drop = (edits: readonly Edit[]): readonly Edit[] => edits.filter((each) => !isSameEdit(each, edit));
  const [first, ...rest] = trial.parts.map((part): Part => ({ ...part, edits: drop(part.edits) }));
  if (first === undefined || [first, ...rest].some(({ edits }) => edits.length === 0)) return null;
  const edits = drop(trial.edits);
  const after = applyEdits(trial.before, edits);
  return after === null ? null : { ...trial, parts: [first, ...rest], edits, after };
}

function isSound(trial: Trial, tree: SyntaxTree): boolean {
  const after = treeAfter(tree, trial);
  return !isRefusal(after) && checkNames(tree, after, trial.edits) === null;
}
