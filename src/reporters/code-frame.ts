import { applyEdits, mapOffset } from '../model/edit.js';
import { LOG_COMMAND } from '../model/log-command.js';
import { mayShowSecret, type SecretMask } from '../model/mask-secrets.js';
import { sanitize } from '../model/sanitize.js';
import type { Place, Violation } from '../model/violation.js';
import { displayWidth, graphemesOf } from './display-width.js';
import type { Palette } from './palette.js';

/**
 * The line of a violation with a caret under its match and a line of context on either side, cropped around the
 * match to `width` columns. Tabs become spaces and controls become escapes before any column is counted.
 */
export function codeFrame(violation: Violation, mask: SecretMask, palette: Palette, width: number): readonly string[] {
  const { place } = violation;
  if (place === null) return [];
  const gutterWidth = String(place.line + 1).length;
  const gutter = (line: number | null, marker = ' '): string =>
    palette.dim(` ${marker} ${String(line ?? '').padStart(gutterWidth)} | `);
  const room = Math.min(WIDEST, Math.max(20, width - gutterWidth - 6));

  const target = lineCells(place.lineText, mask, place.column - 1, matchEndOnLine(place));
  const view = viewAround(target.caretStart, target.caretEnd, totalWidth(target.cells), room);
  const caretRoom = Math.max(1, Math.min(target.caretEnd, view.from + room) - target.caretStart);
  const indent = ' '.repeat(target.caretStart - view.from);
  const isCropped = view.from > 0;
  const shown = isCropped || mayShowSecret(violation) ? [] : contextOf(place);
  const goesOn = place.endLine > place.line ? ` goes on to line ${place.endLine}` : '';

  const frameLine = ({ line, text }: NumberedLine): string =>
    (gutter(line) + crop(lineCells(text, mask, 0, 0).cells, view)).trimEnd();
  return [
    ...shown.filter(({ line }) => line < place.line).map(frameLine),
    gutter(place.line, '>') + crop(target.cells, view),
    `${gutter(null)}${indent}${palette.red('^'.repeat(caretRoom))}${palette.dim(goesOn)}`,
    ...shown.filter(({ line }) => line > place.line).map(frameLine),
  ];
}

interface NumberedLine {
  readonly line: number;
  readonly text: string;
}

function contextOf({ line, context }: Place): NumberedLine[] {
  const numbered = context.lines.map((text, index) => ({ line: context.firstLine + index, text }));
  // What follows the last line end of a file is no line, and an empty one says nothing either.
  const isShown = (near: NumberedLine): boolean =>
    near.line === line - 1 || (near.line === line + 1 && near.text.trim() !== '');
  return numbered.filter(isShown);
}

function matchEndOnLine(place: Place): number {
  return place.endLine > place.line ? place.lineText.length : place.endColumn - 1;
}

interface Cell {
  readonly text: string;
  readonly width: number;
  /** Display column where it begins. */
  readonly column: number;
}

interface LineCells {
  readonly cells: readonly Cell[];
  readonly caretStart: number;
  readonly caretEnd: number;
}

const TAB = 4;
const COMMAND_ESCAPE = '\\x23';
const WIDEST = 200;
/** Units kept on either side of a match before anything is measured: lines can be megabytes long. */
const NEARBY = 500;

function lineCells(line: string, mask: SecretMask, start: number, end: number): LineCells {
  const edits = mask.edits(line);
  const masked = applyEdits(line, edits) ?? line;
  const from = Math.max(0, mapOffset(start, edits) - NEARBY);
  const matchStart = mapOffset(start, edits) - from;
  const matchEnd = mapOffset(end, edits) - from;
  const cells: Cell[] = [];
  let offset = 0;
  let column = 0;
  let caretStart: number | null = null;
  let caretEnd = 0;
  const near = masked.slice(from, from + matchStart + 2 * NEARBY);
  // What makes a command of it lies behind its first character.
  const commands = new Set([...near.matchAll(LOG_COMMAND)].map(({ index }) => index));
  for (const grapheme of graphemesOf(near)) {
    const shown = commands.has(offset) ? COMMAND_ESCAPE : sanitize(grapheme);
    const text = grapheme === '\t' ? ' '.repeat(TAB - (column % TAB)) : shown;
    const width = displayWidth(text);
    if (offset + grapheme.length > matchStart) caretStart ??= column;
    if (offset < matchEnd) caretEnd = column + width;
    cells.push({ text, width, column });
    offset += grapheme.length;
    column += width;
  }
  return { cells, caretStart: caretStart ?? column, caretEnd };
}

function totalWidth(cells: readonly Cell[]): number {
  const last = cells.at(-1);
  return last ? last.column + last.width : 0;
}

interface View {
  readonly from: number;
  readonly room: number;
}

/** Which columns to show: from the line's start where the match fits, else with a third of the room before it. */
function viewAround(start: number, end: number, total: number, room: number): View {
  if (total <= room || Math.min(end, start + room / 2) <= room - 2) return { from: 0, room };
  return { from: Math.max(0, start - Math.floor(room / 3)), room };
}

function crop(cells: readonly Cell[], { from, room }: View): string {
  const total = totalWidth(cells);
  const to = from + room;
  const left = from > 0 && total > from ? '…' : '';
  const right = total > to ? '…' : '';
  const inView = cells.filter(
    ({ column, width }) => column >= from + left.length && column + width <= to - right.length,
  );
  const first = inView[0];
  const gap = first ? ' '.repeat(first.column - from - left.length) : '';
  return left + gap + inView.map(({ text }) => text).join('') + right;
}
