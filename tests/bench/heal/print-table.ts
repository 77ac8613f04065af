import type { Table } from './parts/part.js';

/** A Markdown table, aligned: words to the left, numbers to the right. */
export function printTable({ header, rows }: Table): string {
  const all = [header, ...rows].map((row) => row.map(String));
  const widths = header.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const isNumber = (column: number): boolean =>
    rows.length > 0 && rows.every((row) => /^(?:[\d.,–%×+-]+( ms| s)?|)$/.test(String(row[column])));
  const print = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => (isNumber(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join(' | ')} |\n`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |\n`;
  const [head = [], ...body] = all;
  return print(head) + rule + body.map(print).join('');
}
