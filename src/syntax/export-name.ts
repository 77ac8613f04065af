import type { Node } from 'oxc-parser';

/** The name by which modules speak of an export: `a`, and `a b` of `'a b'`. */
export function exportName(name: Extract<Node, { type: 'ExportSpecifier' }>['exported']): string {
  return name.type === 'Literal' ? name.value : name.name;
}
