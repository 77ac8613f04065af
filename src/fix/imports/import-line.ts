import type { Edit } from '../../model/edit.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { endWithoutGuard } from '../checks/end-without-guard.js';
import type { FileStyle } from '../layout/file-style.js';
import { isAboveImports } from './brings-in.js';

export function quoted(module: string, { quote }: FileStyle): string {
  return module.includes(quote) || module.includes('\\') ? JSON.stringify(module) : `${quote}${module}${quote}`;
}

/** Scripts of components are mostly indented as a whole. */
function indentBeside({ program, text }: SyntaxTree, offset: number): string {
  const beside = program.body.findLast(({ end }) => end <= offset) ?? program.body[0];
  if (!beside) return '';
  return /(?:^|[\r\n])([^\S\r\n]*)$/.exec(text.slice(0, beside.start))?.[1] ?? '';
}

/** A line of its own; set off by a blank line where it is the first of its kind. */
export function newLine(tree: SyntaxTree, offset: number, line: string, { lineEnd }: FileStyle): Edit {
  const { text } = tree;
  const before = text.slice(0, offset);
  const after = text.slice(offset);
  const opensLine = before === '' || /[\r\n]$/.test(before);
  const first = !tree.program.body.some(
    (node) =>
      endWithoutGuard(tree, node) <= offset && /^(?:Import|TSImportEquals|Variable)Declaration$/.test(node.type),
  );
  const isApart = after === '' || /^\s*?(?:\r|\n)/.test(after) || isAboveImports(tree, offset);
  const gap = first && !isApart ? lineEnd : '';
  const indent = indentBeside(tree, offset);
  const written = opensLine ? `${indent}${line}${lineEnd}${gap}` : `${lineEnd}${indent}${line}`;
  return { range: { start: offset, end: offset }, text: written };
}
