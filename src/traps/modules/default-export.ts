import { refuse } from '../../model/refusal.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `export default Page;` → `export { Page };`: who imports the default, a framework perhaps, finds it no more. */
export const defaultExport: Trap = ({ before: tree, after, places }) => {
  const isExport = places.some(({ old }) => old.some(({ type }) => type === 'ExportDefaultDeclaration'));
  return isExport && hasDefault(tree) && !hasDefault(after)
    ? refuse('still-referenced', 'Other files may import the default of this one.')
    : null;
};

function hasDefault(tree: SyntaxTree): boolean {
  return tree.program.body.some(
    (node) =>
      node.type === 'ExportDefaultDeclaration' ||
      (node.type === 'ExportNamedDeclaration' &&
        node.specifiers.some(({ exported }) => textOf(tree, exported) === 'default')),
  );
}
