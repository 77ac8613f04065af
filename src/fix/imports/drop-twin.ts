import type { Node } from 'oxc-parser';
import { applyEditsWithin, type Edit } from '../../model/edit.js';
import { contains } from '../../model/position.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { dropEdits } from './unused-imports.js';

type ImportDeclaration = Extract<Node, { type: 'ImportDeclaration' }>;

/**
 * Of an imported name that becomes one which its module gives the file already, nothing is left: `{ useOld, useNew }` →
 * `{ useNew }`. Null where an edit does something else.
 */
export function dropTwin(tree: SyntaxTree, edits: readonly Edit[]): readonly Edit[] | null {
  const [edit, ...more] = edits;
  if (!edit || more.length > 0) return null;
  const name = tree.lineage(tree.enclosing(edit.range)).find((each) => each.type === 'ImportSpecifier');
  const declaration = name ? tree.parent(name) : null;
  if (!name || declaration?.type !== 'ImportDeclaration' || !contains(name, edit.range)) return null;
  const text = applyEditsWithin(tree.text, name, edits);
  const isTwin = namesBeside(tree, declaration).some((each) => each !== name && textOf(tree, each) === text);
  return isTwin ? dropEdits(tree, declaration, [name]) : null;
}

/** All names that the file has from the same module by the same kind of import. */
function namesBeside(tree: SyntaxTree, declaration: ImportDeclaration): readonly Node[] {
  return tree.program.body.flatMap((node) => {
    const isBeside =
      node.type === 'ImportDeclaration' &&
      node.source.value === declaration.source.value &&
      node.importKind === declaration.importKind;
    return isBeside ? node.specifiers : [];
  });
}
