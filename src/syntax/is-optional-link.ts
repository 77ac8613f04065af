import type { Node } from 'oxc-parser';

/** Whether a link of a chain begins with `?.`, as that of `a?.b` and `a?.()`; not that of `a?.b.c`. */
export function isOptionalLink(node: Node): boolean {
  return (node.type === 'MemberExpression' || node.type === 'CallExpression') && node.optional;
}
