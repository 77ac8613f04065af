import type { Problem } from '../model/problem.js';
import { sanitize } from '../model/sanitize.js';
import { locationText } from './location-text.js';
import type { Palette } from './palette.js';

/**
 * A problem with its place, the offending line where it is known, and what to do next.
 * @param sourceLine the line of the file the problem stands on
 */
export function problemText(problem: Problem, palette: Palette, sourceLine: string | null = null): string {
  const word = problem.severity === 'warning' ? 'warning' : 'error';
  const paint = problem.severity === 'warning' ? palette.yellow : palette.red;
  const lines = [`${palette.bold(paint(`${word}[${sanitize(problem.code)}]`))}: ${sanitize(problem.message)}`];
  if (problem.file !== null) lines.push(`  --> ${locationText(problem.file, problem.line, problem.column)}`);
  if (sourceLine !== null) lines.push(`   ${palette.dim(`${problem.line ?? ''} |`)} ${sanitize(sourceLine.trimEnd())}`);
  if (problem.help !== null) lines.push(`  help: ${sanitize(problem.help, '\n').replaceAll('\n', '\n        ')}`);
  return `${lines.join('\n')}\n`;
}
