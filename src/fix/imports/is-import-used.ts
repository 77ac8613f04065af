import type { Edit } from '../../model/edit.js';
import { isRefusal } from '../../model/refusal.js';
import { isNeededByJsx } from '../../semantics/modules/is-needed-unseen.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { verifyEdits } from '../checks/verify-edits.js';
import { namesOfImportLine } from './wanted-import.js';

/** Whether any name of an import line is said by what a fix writes, or used in the file, before or after. A line without names is there for its effects. */
export function isImportUsed(tree: SyntaxTree, line: string, edits: readonly Edit[]): boolean {
  const names = namesOfImportLine(line);
  if (names.length === 0) return true;
  const said = new Set(
    edits.flatMap(({ text }) => text.match(/(?<![\p{ID_Continue}$]|(?<!\.\.)\.)[\p{ID_Continue}$]+/gu) ?? []),
  );
  if (names.some((name) => said.has(name)) || isAnyUsed(tree, names)) return true;
  // `"Title"` → `<Title />`: what stays where it is may be a name now, or the first tag of the file.
  const after = verifyEdits(tree, edits);
  return isRefusal(after) || isAnyUsed(after, names);
}

function isAnyUsed(tree: SyntaxTree, names: readonly string[]): boolean {
  return names.some((name) => nameScopes(tree).named(name).references.length > 0 || isNeededByJsx(tree, name));
}
