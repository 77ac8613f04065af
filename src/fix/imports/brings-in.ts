import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';

/** Whether a text begins by bringing a name in: an import, or a variable that something is required for. */
export function bringsIn(text: string): boolean {
  return /^\s*(?:import\b|(?:const|let|var)\b[^=]*=\s*require\()/.test(text);
}

/** Whether the next statement behind a place of the top level brings a name in. */
export function isAboveImports(tree: SyntaxTree, offset: number): boolean {
  const next = tree.program.body.find(({ start }) => start >= offset);
  return next !== undefined && bringsIn(textOf(tree, next));
}
