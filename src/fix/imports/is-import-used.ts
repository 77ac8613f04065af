import type { Edit } from '../../model/edit.js';
import { isNeededByJsx } from '../../semantics/modules/is-needed-unseen.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { namesOfImportLine } from './wanted-import.js';

/** Whether any name of an import line is said by what a fix writes, or used in the file already. A line without names is there for its effects. */
export function isImportUsed(tree: SyntaxTree, line: string, edits: readonly Edit[]): boolean {
  const names = namesOfImportLine(line);
  if (names.length === 0) return true;
  const said = new Set(edits.flatMap(({ text }) => text.match(/(?<![\p{ID_Continue}$.])[\p{ID_Continue}$]+/gu) ?? []));
  return names.some(
    (name) => said.has(name) || nameScopes(tree).named(name).references.length > 0 || isNeededByJsx(tree, name),
  );
}
