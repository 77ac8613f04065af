import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { boundNames } from '../../syntax/bound-names.js';
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

interface Exported {
  readonly name: string;
  /** Whether the parser sees to it that only what may share the name does. */
  readonly isShared: boolean;
}

function exportsOf(node: Node): readonly Exported[] {
  switch (node.type) {
    case 'ExportDefaultDeclaration':
      return [{ name: 'default', isShared: SHARES.test(node.declaration.type) }];
    case 'ExportAllDeclaration':
      return node.exported ? [passedOn(node.exported)] : [];
    case 'ExportNamedDeclaration':
      return [
        ...node.specifiers.map(({ exported }) => passedOn(exported)),
        ...declaredNames(node.declaration).map((name) => ({ name, isShared: true })),
      ];
    default:
      return [];
  }
}

/** Overloads and interfaces, of which a module may have several beside the default it runs. */
const SHARES = /^(?:TSDeclareFunction|TSInterfaceDeclaration)$/;

function passedOn(exported: Extract<Node, { type: 'ExportSpecifier' }>['exported']): Exported {
  return { name: exported.type === 'Literal' ? exported.value : exported.name, isShared: false };
}

function declaredNames(
  declaration: Extract<Node, { type: 'ExportNamedDeclaration' }>['declaration'],
): readonly string[] {
  if (!declaration) return [];
  if (declaration.type === 'VariableDeclaration') {
    return declaration.declarations.flatMap(({ id }) => boundNames(id)).map(({ name }) => name);
  }
  const { id } = declaration;
  return id?.type === 'Identifier' ? [id.name] : [];
}
