import { refuse } from '../../model/refusal.js';
import { exportsOf } from '../../syntax/exports-of.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { ChangedPlace, Trap } from '../trap.js';

/**
 * `export { handler as GET } from './a'`, and then `export function GET() {}`: of TypeScript the parser lets it pass,
 * since types and overloads share their names, and the module does not load.
 */
export const duplicateExport: Trap = ({ before, after, places }) => {
  if (!places.some(mayExport)) return null;
  const twice = exportedTwice(after);
  if (twice.length === 0) return null;
  const old = new Set(exportedTwice(before));
  const name = twice.find((each) => !old.has(each));
  return name === undefined ? null : refuse('result-parses', `The module would export "${name}" twice.`);
};

/** Whether a place holds statements of the module, or is the name or the head of an export: what is deeper in one names none. */
function mayExport({ made, next }: ChangedPlace): boolean {
  return made.type === 'Program' || next.slice(0, HEAD).some(({ type }) => type.startsWith('Export'));
}

/** A name in a declarator in a declaration in an export. */
const HEAD = 4;

/** Names of which one export is no declaration that others may share the name with. */
function exportedTwice({ program }: SyntaxTree): readonly string[] {
  const exports = program.body.flatMap(exportsOf);
  const named = exports.filter(({ isShared }) => !isShared).map(({ name }) => name);
  const shared = new Set(exports.filter(({ isShared }) => isShared).map(({ name }) => name));
  return named.filter((name, index) => shared.has(name) || named.indexOf(name) !== index);
}
