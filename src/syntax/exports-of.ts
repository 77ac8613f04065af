import type { Node } from 'oxc-parser';
import { boundNames } from './bound-names.js';
import { exportName } from './export-name.js';

export interface Exported {
  readonly name: string;
  /** Whether the parser sees to it that only what may share the name does. */
  readonly isShared: boolean;
}

/** What a statement of a module exports by name; of `export * from` that is nothing. */
export function exportsOf(node: Node): readonly Exported[] {
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
  return { name: exportName(exported), isShared: false };
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
