import { mapOffset } from '../../model/edit.js';
import { LOG_COMMAND } from '../../model/log-command.js';
import type { SecretMask } from '../../model/mask-secrets.js';
import { sanitize } from '../../model/sanitize.js';
import { displayWidth, graphemesOf, isPlain } from './display-width.js';

/** A line of source as a terminal shows it. All numbers are columns, counted from 0. */
export interface ShownLine {
  readonly width: number;
  readonly caretStart: number;
  readonly caretEnd: number;
  /** What stands there. Of a character that begins before `from`, its other columns are left blank. */
  between(from: number, to: number): string;
}

const TAB = 4;
const COMMAND_ESCAPE = '\\x23';
/** Units kept on either side of a match before anything is measured: lines can be megabytes long. */
const NEARBY = 500;

/**
 * Tabs become spaces, controls escapes and secrets are masked before any column is counted.
 *
 * @param start where the match begins, in units of `line`
 * @param end where it ends
 */
export function shownLine(line: string, mask: SecretMask, start: number, end: number): ShownLine {
  const edits = mask.edits(line);
  const masked = mask.apply(line);
  const from = Math.max(0, mapOffset(start, edits) - NEARBY);
  const matchStart = mapOffset(start, edits) - from;
  const matchEnd = mapOffset(end, edits) - from;
  const near = masked.slice(from, from + matchStart + 2 * NEARBY);
  // What makes a command of it lies behind its first character.
  const commands = new Set([...near.matchAll(LOG_COMMAND)].map(({ index }) => index));
  return isPlain(near) && commands.size === 0
    ? plainLine(near, matchStart, matchEnd)
    : lineOfCells(near, commands, matchStart, matchEnd);
}

/** Where each unit is a column. */
function plainLine(text: string, matchStart: number, matchEnd: number): ShownLine {
  return {
    width: text.length,
    caretStart: Math.min(matchStart, text.length),
    caretEnd: Math.min(matchEnd, text.length),
    between: (from, to) => text.slice(from, to),
  };
}

interface Cell {
  readonly text: string;
  readonly width: number;
  readonly column: number;
}

function lineOfCells(text: string, commands: ReadonlySet<number>, matchStart: number, matchEnd: number): ShownLine {
  const cells: Cell[] = [];
  let offset = 0;
  let column = 0;
  let caretStart: number | null = null;
  let caretEnd = 0;
  for (const grapheme of graphemesOf(text)) {
    const shown = commands.has(offset) ? COMMAND_ESCAPE : sanitize(grapheme);
    const cell = grapheme === '\t' ? ' '.repeat(TAB - (column % TAB)) : shown;
    const width = displayWidth(cell);
    if (offset + grapheme.length > matchStart) caretStart ??= column;
    if (offset < matchEnd) caretEnd = column + width;
    cells.push({ text: cell, width, column });
    offset += grapheme.length;
    column += width;
  }
  return {
    width: column,
    caretStart: caretStart ?? column,
    caretEnd,
    between: (from, to) => cellsBetween(cells, from, to),
  };
}

function cellsBetween(cells: readonly Cell[], from: number, to: number): string {
  const inView = cells.filter(({ column, width }) => column >= from && column + width <= to);
  const first = inView[0];
  const gap = first ? ' '.repeat(first.column - from) : '';
  return gap + inView.map(({ text }) => text).join('');
}
