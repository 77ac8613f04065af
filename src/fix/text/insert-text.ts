import { writtenRegex } from '../../model/auto-fix.js';
import type { Edit } from '../../model/edit.js';
import type { FixInstruction, FixSite } from '../../model/fix-site.js';
import { startOfLine, type TextRange } from '../../model/position.js';
import { isRefusal, type Refusal, refuse } from '../../model/refusal.js';
import { quietRanges } from '../../syntax/quiet-ranges.js';
import { lineAfter } from '../../syntax/text-lines.js';
import { asGlobal } from '../matching/as-global.js';
import { asLines } from '../strategies/insert.js';
import { checkComment } from './check-comment.js';
import { checkFileHead, codeLines } from './check-file-head.js';
import { checkDecorated, checkDocstring, checkLineAbove, isDecorator } from './check-line-above.js';
import { checkList } from './check-list.js';
import { checkPython } from './check-python.js';
import { checkStatement } from './check-statement.js';
import { checkYaml } from './check-yaml.js';
import { codeAlone } from './code-alone.js';
import { tagsOf } from './elements-of.js';
import { isInHereDocument } from './here-document.js';
import { breaksScript, insertInScript } from './insert-in-script.js';
import { indentBeside } from './line-indent.js';
import { notUnderstood } from './not-understood.js';
import { holdsCode, isPage } from './script-around.js';

const TORN = refuse('line-is-whole', 'The text would stand inside a tag, or part a `v-else` from what it belongs to.');

/** Whether an offset lies inside a tag, or right in front of one that goes with the element above it. */
function partsTags(text: string, offset: number): boolean {
  const tags = tagsOf(text);
  if (tags.some(({ start, end }) => start < offset && offset < end)) return true;
  const next = tags.find(({ start }) => start >= offset);
  const between = text.slice(offset, next?.start).replace(/<!--[\s\S]*?-->/g, '');
  return between.trim() === '' && /\sv-else(?:-if)?\b/.test(next?.text ?? '');
}

/** Whole lines at an anchor of a language that is not parsed, where nothing around is torn by them. */
export function insertText(site: FixSite, instruction: FixInstruction): readonly Edit[] | Refusal {
  const { path, text } = site;
  const { text: inserted, anchor } = instruction;
  if (inserted === null || inserted.trim() === '')
    return refuse('instruction-executable', 'There is no text to insert.');
  const named = anchor && 'regex' in anchor ? anchor : null;
  const match = named && onlyMatch(text, named.regex);
  if (isRefusal(match)) return match;
  const ofScript = match && insertInScript(site, instruction, match);
  if (ofScript) return ofScript;
  const point = named && match ? pointBeside(site, inserted, named.kind, match) : pointAt(text, anchor);
  if (isRefusal(point)) return point;
  const { offset } = point;
  const edit = { range: { start: offset, end: offset }, text: asLines(text, inserted, point) };
  const refusal =
    checkMarkup(path, text, inserted, offset) ??
    checkComment(path, inserted) ??
    checkPlace(path, text, inserted, offset) ??
    checkAround(path, text, edit);
  return refusal ?? [edit];
}

/** What the lines are to those around them. */
function checkAround(path: string, before: string, edit: Edit): Refusal | null {
  const { start } = edit.range;
  const text = before.slice(0, start) + edit.text + before.slice(start);
  const lines = { start, end: start + edit.text.length };
  if (isInHereDocument(path, text, start)) return IN_TEXT;
  if (breaksScript(path, before, text, lines)) return refuse('result-parses', 'The script would not parse any more.');
  if (isPage(path) && partsTags(before, start)) return TORN;
  const code = codeAlone(path, text);
  return (
    checkList(path, code, lines) ??
    checkPython(path, before, code, lines) ??
    checkYaml(path, before, { text, code }, lines) ??
    checkStatement(path, { text, code }, lines)
  );
}

const IN_TEXT = refuse('position-is-code', 'The anchor stands in a comment or a string of several lines, not in code.');

/** Code and its comments are text outside of scripts and styles, which a page shows. */
function checkMarkup(path: string, text: string, inserted: string, offset: number): Refusal | null {
  const isMarkup = /^\s*</.test(inserted) || !isPage(path) || holdsCode(text, offset);
  return isMarkup ? null : refuse('position-is-code', 'Outside of scripts and styles a page shows it as text.');
}

function checkPlace(path: string, text: string, inserted: string, offset: number): Refusal | null {
  if (quietRanges(path, text).some(({ start, end }) => start < offset && offset < end)) {
    return IN_TEXT;
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

function pointAt(text: string, anchor: FixInstruction['anchor']): Point | Refusal {
  switch (anchor?.kind) {
    case 'top':
      return { offset: text.startsWith('#!') ? lineAfter(text, 0) : 0, indent: '' };
    case 'end':
      return { offset: text.length, indent: '' };
    default:
      return notUnderstood('the end of its imports is not known');
  }
}

function pointBeside(
  { path, text }: FixSite,
  inserted: string,
  side: 'before' | 'after',
  match: TextRange,
): Point | Refusal {
  const torn = isPage(path) ? checkTags(text, side, match) : null;
  if (torn) return torn;
  const indent = indentBeside(path, text, inserted, { side, match });
  if (typeof indent !== 'string') return indent;
  if (side === 'after') return { offset: lineAfter(text, match.end - 1), indent };
  return { offset: aboveComments(path, text, inserted, startOfLine(text, match.start)), indent };
}

/** Above the comments that stand right above a line, for they speak of it; those that begin the file speak of that. */
function aboveComments(path: string, text: string, inserted: string, lineStart: number): number {
  if (codeLines(path, inserted).length === 0 || isDecorator(path, inserted)) return lineStart;
  const head = text.startsWith('#!') ? lineAfter(text, 0) : 0;
  let offset = lineStart;
  for (const { kind, start, end } of quietRanges(path, text).toReversed()) {
    if (end > offset) continue;
    const between = text.slice(end, offset);
    const commentStart = startOfLine(text, start);
    const isRightAbove =
      kind === 'comment' && /^[^\S\r\n]*(?:\r\n?|\n)$/.test(between) && !/["']/.test(text.charAt(start));
    if (!isRightAbove || text.slice(commentStart, start).trim() !== '' || commentStart <= head) break;
    offset = commentStart;
  }
  return isHeadOnly(path, text, head, offset) ? lineStart : offset;
}

/** Whether nothing but comments stands in front of an offset. */
function isHeadOnly(path: string, text: string, head: number, offset: number): boolean {
  return codeLines(path, text.slice(head, offset)).length === 0;
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
  const found = [...text.matchAll(asGlobal(regex))];
  const [only, ...others] = found;
  if (!only || others.length > 0) {
    return refuse('anchor-unique', `The anchor ${writtenRegex(regex)} is found ${only ? 'several times' : 'nowhere'}.`);
  }
  return { start: only.index, end: only.index + Math.max(only[0].trimEnd().length, 1) };
}
