import type { SyntaxTree } from './syntax-tree.js';

/** Whether a file says of itself as a whole how it is to be read: `'use client'`, `'use strict'`. */
export function hasDirective(tree: SyntaxTree, directive: string): boolean {
  return tree.program.body.some((node) => node.type === 'ExpressionStatement' && node.directive === directive);
}
