import type { Edit } from '../../model/edit.js';
import { startOfLine, type TextRange } from '../../model/position.js';
import { quietRanges } from '../../syntax/quiet-ranges.js';
import type { FixInstruction, FixSite } from '../fix-site.js';
import { lineAfter } from '../layout/text-lines.js';
import { isRefusal, type Refusal, refuse } from '../refusal.js';
import { asLines } from '../strategies/insert.js';
import { checkFileHead, codeLines } from './check-file-head.js';
import { checkDecorated, checkDocstring, checkLineAbove } from './check-line-above.js';
import { indentBeside } from './line-indent.js';
import { notUnderstood } from './not-understood.js';
import { holdsCode, isPage } from './script-around.js';

/** Whole lines at an anchor of a language that is not parsed, where nothing around is torn by them. */
export function insertText(
  { path, text }: FixSite,
  { text: inserted, anchor }: FixInstruction,
): readonly Edit[] | Refusal {
  if (inserted === null || inserted.trim() === '')
    return refuse('instruction-executable', 'There is no text to insert.');
  const point = pointAt(path, text, inserted, anchor);
  if (isRefusal(point)) return point;
  const { offset } = point;
  const refusal = checkMarkup(path, text, inserted, offset) ?? checkPlace(path, text, inserted, offset);
  if (refusal) return refusal;
  return [{ range: { start: offset, end: offset }, text: asLines(text, inserted, point) }];
}

/** Code and its comments are text outside of scripts and styles, which a page shows. */
function checkMarkup(path: string, text: string, inserted: string, offset: number): Refusal | null {
  const isMarkup = /^\s*</.test(inserted) || !isPage(path) || holdsCode(text, offset);
  return isMarkup ? null : refuse('position-is-code', 'Outside of scripts and styles a page shows it as text.');
}

function checkPlace(path: string, text: string, inserted: string, offset: number): Refusal | null {
  if (quietRanges(path, text).some(({ start, end }) => start < offset && offset < end)) {
    return refuse('position-is-code', 'The anchor stands in a comment or a string of several lines, not in code.');
  }
  const above = text.slice(0, offset);
  const torn = checkFileHead(path, text, inserted, offset) ?? checkLineAbove(path, above);
  // A comment need not be reached.
  if (codeLines(path, inserted).length === 0) return torn?.condition === 'reachable' ? null : torn;
  return torn ?? checkDecorated(path, above, inserted) ?? checkDocstring(path, above, text.slice(offset));
}

interface Point {
  readonly offset: number;
  readonly indent: string;
}

function pointAt(path: string, text: string, inserted: string, anchor: FixInstruction['anchor']): Point | Refusal {
  switch (anchor?.kind) {
    case 'top':
      return { offset: text.startsWith('#!') ? lineAfter(text, 0) : 0, indent: '' };
    case 'end':
      return { offset: text.length, indent: '' };
    case 'before':
    case 'after': {
      const match = onlyMatch(text, anchor.regex);
      if (isRefusal(match)) return match;
      const torn = isPage(path) ? checkTags(text, anchor.kind, match) : null;
      if (torn) return torn;
      const indent = indentBeside(path, text, inserted, { side: anchor.kind, match });
      if (typeof indent !== 'string') return indent;
      const offset = anchor.kind === 'before' ? startOfLine(text, match.start) : lineAfter(text, match.end - 1);
      return { offset, indent };
    }
    default:
      return notUnderstood('the end of its imports is not known');
  }
}

/** Beside a tag that shares its line with others, the line is not where the anchor is. */
function checkTags(text: string, side: 'before' | 'after', { start, end }: TextRange): Refusal | null {
  const beside = side === 'after' ? text.slice(end, lineAfter(text, end)) : text.slice(startOfLine(text, start), start);
  const tag = side === 'after' ? text.charAt(end - 1) : text.charAt(start);
  return /[<>]/.test(tag) && beside.trim() !== ''
    ? refuse('anchor-unique', 'The tag that the anchor names shares its line with others.')
    : null;
}

/** Without the white space at its end: a line end there is not the line meant. */
function onlyMatch(text: string, regex: RegExp): TextRange | Refusal {
  const found = [...text.matchAll(regex.global ? regex : new RegExp(regex.source, `${regex.flags}g`))];
  const [only, ...others] = found;
  if (!only || others.length > 0) {
    return refuse('anchor-unique', `The anchor ${String(regex)} is found ${only ? 'several times' : 'nowhere'}.`);
  }
  return { start: only.index, end: only.index + Math.max(only[0].trimEnd().length, 1) };
}
