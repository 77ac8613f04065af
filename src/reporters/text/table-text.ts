import { sanitize } from '../../model/sanitize.js';
import { displayWidth, padded } from './display-width.js';
import type { Palette } from './palette.js';

type Row = readonly string[];

/** Left-aligned columns under a heading, two spaces apart. Cells may be untrusted. @param width of the terminal */
export function tableText(heading: Row, rows: readonly Row[], palette: Palette, width?: number): string {
  return tableRows(heading, rows, palette, width)
    .map((row) => `${row}\n`)
    .join('');
}

/** The heading and each row as text of its own. Columns that do not fit beside the others stand on lines below them. */
export function tableRows(
  heading: Row,
  rows: readonly Row[],
  palette: Palette,
  width = Number.POSITIVE_INFINITY,
): readonly string[] {
  const cells = [heading, ...rows].map((row) => row.map((cell) => sanitize(cell)));
  const widths = heading.map((_, column) => Math.max(...cells.map((row) => displayWidth(row[column] ?? ''))));
  const breaks = new Set(breaksOf(widths, width));
  return cells.map((row, index) => {
    const text = row.map((cell, column) => `${breaks.has(column) ? '\n  ' : ''}${padded(cell, widths[column] ?? 0)}`);
    const lines = text
      .join('  ')
      .split('\n')
      .map((line) => line.trimEnd());
    return lines.map((line) => (index === 0 ? palette.dim(line) : line)).join('\n');
  });
}

/** The columns that begin a line, the first one aside. */
function breaksOf(widths: readonly number[], width: number): readonly number[] {
  let used = -2;
  return widths.flatMap((columnWidth, column) => {
    const isBroken = column > 0 && used + 2 + columnWidth > width;
    used = isBroken ? 2 + columnWidth : used + 2 + columnWidth;
    return isBroken ? [column] : [];
  });
}
