import type { Edit } from '../../model/edit.js';
import { startOfLine } from '../../model/position.js';
import { quietRanges } from '../../syntax/quiet-ranges.js';
import type { FixInstruction, FixSite } from '../fix-site.js';
import { lineAfter } from '../layout/text-lines.js';
import { type Refusal, refuse } from '../refusal.js';
import { asLines } from '../strategies/insert.js';
import { checkFileHead, codeLines } from './check-file-head.js';
import { checkLineAbove } from './check-line-above.js';
import { notUnderstood } from './not-understood.js';
import { holdsCode, isPage } from './script-around.js';

/** Whole lines at an anchor of a language that is not parsed, where nothing around is torn by them. */
export function insertText(
  { path, text }: FixSite,
  { text: inserted, anchor }: FixInstruction,
): readonly Edit[] | Refusal {
  if (inserted === null || inserted.trim() === '')
    return refuse('instruction-executable', 'There is no text to insert.');
  const offset = anchorOffset(text, anchor);
  if (typeof offset !== 'number') return offset;
  const refusal = checkMarkup(path, text, inserted, offset) ?? checkPlace(path, text, inserted, offset);
  if (refusal) return refusal;
  return [{ range: { start: offset, end: offset }, text: asLines(text, inserted, { offset, indent: '' }) }];
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
  const torn = checkFileHead(path, text, inserted, offset) ?? checkLineAbove(path, text.slice(0, offset));
  // A comment need not be reached.
  return torn?.condition === 'reachable' && codeLines(path, inserted).length === 0 ? null : torn;
}

function anchorOffset(text: string, anchor: FixInstruction['anchor']): number | Refusal {
  switch (anchor?.kind) {
    case 'top':
      return text.startsWith('#!') ? lineAfter(text, 0) : 0;
    case 'end':
      return text.length;
    case 'before':
    case 'after': {
      const regex = anchor.regex;
      const found = [...text.matchAll(regex.global ? regex : new RegExp(regex.source, `${regex.flags}g`))];
      const [only, ...others] = found;
      if (!only || others.length > 0) {
        return refuse('anchor-unique', `The anchor ${String(regex)} is found ${only ? 'several times' : 'nowhere'}.`);
      }
      const end = only.index + Math.max(only[0].trimEnd().length, 1);
      return anchor.kind === 'before' ? startOfLine(text, only.index) : lineAfter(text, end - 1);
    }
    default:
      return notUnderstood('the end of its imports is not known');
  }
}
