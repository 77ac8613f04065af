import { sanitize } from '../../model/sanitize.js';
import type { Palette } from './palette.js';

/**
 * A unified diff made safe to print, with a newline at its end. The `\r` of a line end and the mark a file begins with
 * stay as they are: both are seen nowhere, and without them the diff would be of another file.
 */
export function diffText(diff: string, palette: Palette): string {
  const lines = diff.replace(/\n$/, '').split('\n');
  return `${lines.map((line) => paintLine(line, palette)).join('\n')}\n`;
}

function paintLine(line: string, palette: Palette): string {
  const [, mark = '', text = '', ending = ''] = /^([ +-]\uFEFF)?(.*?)(\r*)$/s.exec(line) ?? [];
  return colorOf(line, palette)(mark + sanitize(text, '\t')) + ending;
}

function colorOf(line: string, palette: Palette): (text: string) => string {
  if (line.startsWith('+++ ') || line.startsWith('--- ')) return palette.bold;
  if (line.startsWith('+')) return palette.green;
  if (line.startsWith('-')) return palette.red;
  return line.startsWith('@@') ? palette.cyan : String;
}
