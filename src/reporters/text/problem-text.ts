import { maskSecrets } from '../../model/mask-secrets.js';
import type { Problem } from '../../model/problem.js';
import { sanitize } from '../../model/sanitize.js';
import { lineAround, WIDEST } from './code-frame.js';
import { locationText } from './location-text.js';
import type { Palette } from './palette.js';
import { shownLine } from './shown-line.js';
import { wrapIndented, wrapText } from './wrap-text.js';

/**
 * A problem with its place, the offending line where it is known, and what to do next.
 * @param width of the terminal
 * @param sourceLine the line of the file the problem stands on
 */
export function problemText(
  problem: Problem,
  palette: Palette,
  width: number,
  sourceLine: string | null = null,
): string {
  const word = problem.severity === 'warning' ? 'warning' : 'error';
  const paint = problem.severity === 'warning' ? palette.yellow : palette.red;
  const label = `${word}[${sanitize(problem.code)}]:`;
  const lines = wrapIndented(`${label} ${sanitize(problem.message)}`, width, 2).map((line) =>
    line.replace(label, () => `${palette.bold(paint(label.slice(0, -1)))}:`),
  );
  if (problem.file !== null) lines.push(`  --> ${locationText(problem.file, problem.line, problem.column)}`);
  if (sourceLine !== null && sourceLine.trim() !== '') {
    const gutter = `${problem.line ?? ''} |`;
    // Escapes, and no spaces, for tabs: one may be what is wrong.
    const start = sanitize(sourceLine.slice(0, (problem.column ?? 1) - 1)).length;
    const line = shownLine(sanitize(sourceLine.trimEnd()), NOTHING_HIDDEN, start, start + 1);
    const room = Math.min(WIDEST, Math.max(20, width - gutter.length - 4));
    lines.push(`   ${palette.dim(gutter)} ${lineAround(line, room)}`);
  }
  if (problem.help !== null) lines.push(...helpLines(sanitize(problem.help, '\n'), width));
  return `${lines.join('\n')}\n`;
}

function helpLines(help: string, width: number): readonly string[] {
  const lines = help.split('\n').flatMap((line) => wrapText(line, width - HELP.length));
  return lines.map((line, index) => (index === 0 ? HELP : ' '.repeat(HELP.length)) + line);
}

/** Contracts and configuration hold no secrets of the code. */
const NOTHING_HIDDEN = maskSecrets([]);

const HELP = '  help: ';
