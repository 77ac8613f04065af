import { startOfLine, type TextRange } from '../../model/position.js';
import { isRefusal, type Refusal, refuse } from '../../model/refusal.js';
import { lineAfter } from '../../syntax/text-lines.js';
import { unitOf } from '../layout/in-style.js';
import { bracketsOf } from './brackets-of.js';
import { endOfHead } from './check-python.js';
import { codeAlone } from './code-alone.js';
import { type LogicalLine, logicalLines } from './logical-lines.js';

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
  const python = /\.py$/i.test(path) ? pythonLine(path, text, { side, match }) : null;
  if (isRefusal(python)) return python;
  if (/^[ \t]/.test(inserted)) return '';
  const unit = unitOf(text) ?? '  ';
  const own = indentOf(text.slice(python?.start ?? firstOfLogicalLine(text, line.start)));
  if (side === 'before') return closesBlock(path, text, line, match) ? insideOf(text, line, own, unit) : own;
  const code = text.slice(line.end);
  const next = /^(?:[^\S\r\n]*(?:\r\n?|\n))*(?<indent>[ \t]*)(?<item>-[ \t])?[^\s]/.exec(code)?.groups ?? {};
  const { indent = '' } = next;
  const opens = python ? python.code.endsWith(':') : opensBlock(path, text.slice(line.start, line.end).trimEnd());
  if (isDeeper(indent, own) && (opens || !python)) return indent;
  // The items of a list of YAML may stand right below its key.
  if (opens && next.item !== undefined && indent === own && /^- /.test(inserted)) return own;
  if (opens) return own + unit;
  return isItem(path, text.slice(line.start, line.end)) && !/^- /.test(inserted) ? afterDashes(text, line) : own;
}

function isDeeper(indent: string, own: string): boolean {
  return indent.length > own.length && indent.startsWith(own);
}

/** What comes last in brackets is indented as what stands there. */
function insideOf(text: string, closing: TextRange, own: string, unit: string): string {
  const above = indentOf(text.slice(startOfLine(text, text.slice(0, closing.start).trimEnd().length)));
  // Scripts and styles often stand as they would in a file of their own.
  const isFile = /^\s*<\/(?:script|style)\b/i.test(text.slice(closing.start, closing.end));
  return isFile || isDeeper(above, own) ? above : own + unit;
}

function closesBlock(path: string, text: string, line: TextRange, { start }: TextRange): boolean {
  if (text.slice(line.start, start).trim() !== '') return false;
  const closing = CLOSINGS.find(([paths]) => paths.test(path))?.[1] ?? /^[)\]}]/;
  return closing.test(text.slice(start, line.end));
}

const CLOSINGS: readonly (readonly [RegExp, RegExp])[] = [
  [/\.rb$/i, /^(?:[)\]}]|end\b)/],
  [/\.(?:sh|bash|zsh)$/i, /^(?:[)}]|(?:fi|done|esac)\b)/],
  [/\.(?:vue|svelte|html?|xml|svg)$/i, /^(?:[)\]}]|<\/|\{[:/])/],
];

function isItem(path: string, line: string): boolean {
  return /\.ya?ml$/i.test(path) && /^\s*- +\S[^\s]*:(?:\s|$)/.test(line);
}

function afterDashes(text: string, line: TextRange): string {
  return ' '.repeat(/^\s*(?:- +)+/.exec(text.slice(line.start, line.end))?.[0].length ?? 0);
}

/** The line of Python that an anchor stands on as a whole, or on whose last line; null inside one of several lines. */
function pythonLine(
  path: string,
  text: string,
  { side, match }: { readonly side: 'before' | 'after'; readonly match: TextRange },
): LogicalLine | Refusal | null {
  const at = side === 'before' ? match.start : match.end - 1;
  const line = logicalLines(codeAlone(path, text)).find(({ start, end }) => start <= at && at < end);
  if (!line) return null;
  const head = endOfHead(line);
  if (head !== null && (side === 'after' ? match.start < head : match.start >= head)) return FILLED_AT_ONCE;
  const isWithin = side === 'after' ? lineAfter(text, at) < line.end : startOfLine(text, at) > line.start;
  return isWithin ? null : line;
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
const FILLED_AT_ONCE = refuse('anchor-unique', 'The line of the anchor opens a block and fills it at once.');
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
