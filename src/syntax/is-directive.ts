import type { Node } from 'oxc-parser';

/** `'use strict'`, which says how code is read, and does nothing by itself. */
export function isDirective(node: Node): boolean {
  return node.type === 'ExpressionStatement' && node.directive !== null;
}
