import type { Node } from 'oxc-parser';

/** What a string, or a piece of a template between its expressions, says; null of any other code. */
export function writtenText(node: Node): string | null {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  return node.type === 'TemplateElement' ? node.value.raw : null;
}
