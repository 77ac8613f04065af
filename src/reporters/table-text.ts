import { sanitize } from '../model/sanitize.js';
import { displayWidth, padded } from './display-width.js';
import type { Palette } from './palette.js';

/** Left-aligned columns under a heading, two spaces apart. Cells may be untrusted. */
export function tableText(heading: readonly string[], rows: readonly (readonly string[])[], palette: Palette): string {
  const cells = [heading, ...rows].map((row) => row.map((cell) => sanitize(cell)));
  const widths = heading.map((_, column) => Math.max(...cells.map((row) => displayWidth(row[column] ?? ''))));
  const lines = cells.map((row) =>
    row
      .map((cell, column) => padded(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return lines.map((line, index) => `${index === 0 ? palette.dim(line) : line}\n`).join('');
}
