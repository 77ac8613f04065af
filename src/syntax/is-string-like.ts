import type { Node } from 'oxc-parser';

/** A text in quotes or a template, with expressions in it or without. */
export function isStringLike(node: Node): boolean {
  return node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node.value === 'string');
}
