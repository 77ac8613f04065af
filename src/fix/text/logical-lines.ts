/** A line of code as Python sees it: one that goes on in brackets or behind a backslash is no other. */
export interface LogicalLine {
  readonly start: number;
  readonly end: number;
  readonly indent: string;
  /** Without indentation and comments. */
  readonly code: string;
}

/** Those that hold code. @param code see `codeAlone` */
export function logicalLines(code: string): readonly LogicalLine[] {
  const lines: LogicalLine[] = [];
  let depth = 0;
  let start = 0;
  for (const { index, 0: piece } of code.matchAll(/[()[\]{}]|\\[ \t]*(?:\r\n?|\n)|\r\n?|\n|$/g)) {
    if (piece.startsWith('\\')) continue;
    if (/[([{]/.test(piece)) depth++;
    else if (/[)\]}]/.test(piece)) depth = Math.max(0, depth - 1);
    else if (depth === 0 || piece === '') {
      const line = code.slice(start, index);
      const indent = /^\s*/.exec(line)?.[0] ?? '';
      if (line.trim() !== '') lines.push({ start, end: index, indent, code: line.trim() });
      start = index + piece.length;
    }
  }
  return lines;
}
