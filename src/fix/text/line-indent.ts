import { startOfLine, type TextRange } from '../../model/position.js';
import { unitOf } from '../layout/in-style.js';
import { lineAfter } from '../layout/text-lines.js';
import { type Refusal, refuse } from '../refusal.js';
import { bracketsOf } from './brackets-of.js';

/**
 * The indentation that lines beside an anchor need in a language that is not parsed: that of the anchor's own line, or of
 * what that line opens. A text that is indented already says itself how.
 */
export function indentBeside(
  path: string,
  text: string,
  inserted: string,
  { side, match }: { readonly side: 'before' | 'after'; readonly match: TextRange },
): string | Refusal {
  const at = side === 'before' ? match.start : match.end - 1;
  const line = { start: startOfLine(text, at), end: lineAfter(text, at) };
  const refusal = side === 'after' ? checkOpened(text, match, line) : null;
  if (refusal) return refusal;
  if (/^[ \t]/.test(inserted)) return '';
  const own = indentOf(text.slice(firstOfLogicalLine(text, line.start)));
  if (side === 'before') return own;
  const next = /^(?:[^\S\r\n]*(?:\r\n?|\n))*(?<indent>[ \t]*)\S/.exec(text.slice(line.end))?.groups?.indent ?? '';
  if (next.length > own.length && next.startsWith(own)) return next;
  return opensBlock(path, text.slice(line.start, line.end).trimEnd()) ? own + (unitOf(text) ?? '  ') : own;
}

/** What stands on the line behind an opening bracket, or in one that the line leaves open, would be taken apart. */
function checkOpened(text: string, match: TextRange, line: TextRange): Refusal | null {
  if (/[{[(]$/.test(text.slice(match.start, match.end))) {
    const behind = text.slice(match.end, line.end).replace(/^\s*(?:#|\/\/|\/\*).*/, '');
    return behind.trim() === '' ? null : SHARES_LINE;
  }
  return bracketsOf(text.slice(line.start, line.end).replace(/[{}]/g, ' ')).opened ? GOES_ON : null;
}

const SHARES_LINE = refuse('anchor-unique', 'The bracket that the anchor names shares its line with other code.');
const GOES_ON = refuse('line-is-whole', 'The line of the anchor opens a bracket that is closed further down.');

function opensBlock(path: string, line: string): boolean {
  return /[{[(]$/.test(line) || (/\.(?:py|ya?ml)$/i.test(path) && line.endsWith(':'));
}

/** A line that goes on from the one above is indented for looks. */
function firstOfLogicalLine(text: string, lineStart: number): number {
  let start = lineStart;
  while (start > 0 && /\\[ \t]*(?:\r\n?|\n)$/.test(text.slice(0, start))) start = startOfLine(text, start - 1);
  return start;
}

function indentOf(text: string): string {
  return /^[ \t]*/.exec(text)?.[0] ?? '';
}
