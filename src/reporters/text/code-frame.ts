import { mayShowSecret, type SecretMask } from '../../model/mask-secrets.js';
import type { Place, Violation } from '../../model/violation.js';
import type { Palette } from './palette.js';
import { type ShownLine, shownLine } from './shown-line.js';

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

  const target = shownLine(place.lineText, mask, place.column - 1, matchEndOnLine(place));
  const view = viewAround(target, room);
  const caretRoom = Math.max(1, Math.min(target.caretEnd, view.from + room) - target.caretStart);
  const indent = ' '.repeat(target.caretStart - view.from);
  const isCropped = view.from > 0;
  const shown = isCropped || mayShowSecret(violation) ? [] : contextOf(place);
  const goesOn = place.endLine > place.line ? ` goes on to line ${place.endLine}` : '';

  const frameLine = ({ line, text }: NumberedLine): string =>
    (gutter(line) + crop(shownLine(text, mask, 0, 0), view)).trimEnd();
  return [
    ...shown.filter(({ line }) => line < place.line).map(frameLine),
    gutter(place.line, '>') + crop(target, view),
    `${gutter(null)}${indent}${palette.red('^'.repeat(caretRoom))}${palette.dim(goesOn)}`,
    ...shown.filter(({ line }) => line > place.line).map(frameLine),
  ];
}

/** Columns of code. */
export const WIDEST = 200;

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

interface View {
  readonly from: number;
  readonly room: number;
}

/** So much of a line as fits into `room` columns, with the caret in it. */
export function lineAround(line: ShownLine, room: number): string {
  return crop(line, viewAround(line, room));
}

/** Which columns to show: from the line's start where the match fits, else with a third of the room before it. */
function viewAround({ caretStart, caretEnd, width }: ShownLine, room: number): View {
  if (width <= room || Math.min(caretEnd, caretStart + room / 2) <= room - 2) return { from: 0, room };
  return { from: Math.max(0, caretStart - Math.floor(room / 3)), room };
}

function crop(line: ShownLine, { from, room }: View): string {
  const to = from + room;
  const left = from > 0 && line.width > from ? '…' : '';
  const right = line.width > to ? '…' : '';
  return left + line.between(from + left.length, to - right.length) + right;
}
