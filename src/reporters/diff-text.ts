import { sanitize } from '../model/sanitize.js';
import type { Palette } from './palette.js';

/** A unified diff made safe to print, with a newline at its end. A `\r` of a CRLF file stays where it is. */
export function diffText(diff: string, palette: Palette): string {
  const lines = diff.replace(/\n$/, '').split('\n');
  return `${lines.map((line) => paintLine(line, palette)).join('\n')}\n`;
}

function paintLine(line: string, palette: Palette): string {
  const ending = line.endsWith('\r') ? '\r' : '';
  const safe = sanitize(ending ? line.slice(0, -1) : line, '\t');
  return colorOf(line, palette)(safe) + ending;
}

function colorOf(line: string, palette: Palette): (text: string) => string {
  if (line.startsWith('+++ ') || line.startsWith('--- ')) return palette.bold;
  if (line.startsWith('+')) return palette.green;
  if (line.startsWith('-')) return palette.red;
  return line.startsWith('@@') ? palette.cyan : String;
}
