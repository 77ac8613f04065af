import type { Node } from 'oxc-parser';
import type { Edit } from '../../model/edit.js';
import { endOfLine, mergeRanges, startOfLine, type TextRange } from '../../model/position.js';
import { startWithComments } from '../../syntax/leading-comments.js';
import { countsLines, speaksOfNext } from '../../syntax/next-line-comment.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { blankLinesAfter, lineAfter } from '../../syntax/text-lines.js';
import { endWithoutGuard } from '../checks/end-without-guard.js';

/** A statement with its line, where it has its lines to itself: indentation, trailing comment and line end. */
export function statementRange(tree: SyntaxTree, statement: TextRange): TextRange {
  const { text } = tree;
  const node = { start: statement.start, end: endWithoutGuard(tree, statement) };
  const start = startOfLine(text, node.start);
  const opens = text.slice(start, node.start).trim() === '';
  const end = trailingEnd(tree, node.end);
  const closes = end === text.length || /[\r\n]/.test(text.charAt(end));
  if (opens && closes) return wholeLines(tree, { start: suppressionStart(tree, start), end: lineAfter(text, end) });
  if (closes) return { start: trimBack(text, node.start), end: node.end };
  return { start: node.start, end: node.end + blankLength(text, node.end) };
}

/** What is taken out of code, with the lines that nothing else stands on, or with one of two blanks beside it. */
export function withEmptiedSpace(tree: SyntaxTree, range: TextRange): TextRange {
  const { text } = tree;
  if (TEXTS.test(tree.enclosing(range).type)) return range;
  const start = startOfLine(text, range.start);
  const end = endOfLine(text, range.end);
  const isEmptied = text.slice(start, range.start).trim() === '' && text.slice(range.end, end).trim() === '';
  if (isEmptied) return { start, end: lineAfter(text, end) };
  const isBehindBlank = start < range.start && /\S[ \t]$/.test(text.slice(start, range.start));
  return isBehindBlank ? { start: range.start, end: range.end + blankLength(text, range.end) } : range;
}

const TEXTS = /^(?:Literal|TemplateElement|TemplateLiteral|JSXText)$/;

/** Removed lines that touch go as one piece: what sets them off sets off nothing without them. */
export function joinLines(tree: SyntaxTree, ranges: readonly TextRange[]): readonly TextRange[] {
  return mergeRanges(ranges).map((range) => {
    const isJoined = ranges.some(({ start, end }) => start === range.start && end < range.end);
    return isJoined && startOfLine(tree.text, range.start) === range.start ? wholeLines(tree, range) : range;
  });
}

/** Of a last line without a line end, the one before it goes instead: the text ends as it did. */
function wholeLines(tree: SyntaxTree, { start, end }: TextRange): TextRange {
  const { text } = tree;
  // The blank lines that set off the first lines of a file set off nothing without them.
  if (start === 0) return { start, end: blankLinesAfter(text, end) };
  // Nor do those that set off the last ones.
  if (end === text.length) {
    const above = text.slice(0, start).trimEnd();
    const kept = above === '' ? 0 : lineAfter(text, above.length);
    if (kept < start) return wholeLines(tree, { start: kept, end });
  }
  const isLast = end === text.length && !/[\r\n]$/.test(text);
  if (isLast) return { start: start - (/(?:\r\n?|\n)$/.exec(text.slice(0, start))?.[0].length ?? 0), end };
  return withSpareBlank(tree, { start, end });
}

/** With the blank lines that set off nothing any more: from what is set off already, or from the bracket around. */
function withSpareBlank(tree: SyntaxTree, { start, end }: TextRange): TextRange {
  const { text } = tree;
  const above = blankLinesBefore(text, start);
  const next = lineAfter(text, end);
  const isSetOffBehind = text.slice(end, next).trim() === '';
  if (above < start) {
    if (CLOSES.test(text.slice(end))) return { start: above, end };
    return { start, end: isSetOffBehind ? next : end };
  }
  return { start, end: isSetOffBehind && opensAbove(tree, start) ? blankLinesAfter(text, end) : end };
}

/** Whether the line above a line opens what the line stands in: by a bracket, a tag, or the label of a case. */
function opensAbove(tree: SyntaxTree, lineStart: number): boolean {
  const end = tree.text.slice(0, lineStart).trimEnd().length;
  if (tree.comments.some((comment) => comment.start < end && end <= comment.end)) return false;
  if (/[{[(]/.test(tree.text.charAt(end - 1))) return true;
  const last = tree.enclosing({ start: Math.max(0, end - 1), end });
  const isTag = last.type === 'JSXOpeningElement' ? !last.selfClosing : last.type === 'JSXOpeningFragment';
  return (isTag && last.end === end) || (last.type === 'SwitchCase' && tree.text.charAt(end - 1) === ':');
}

/** Where the blank lines begin that end at an offset; the offset itself where the line in front holds something. */
function blankLinesBefore(text: string, offset: number): number {
  const held = text.slice(0, offset).trimEnd();
  return held === '' ? offset : Math.min(offset, lineAfter(text, held.length));
}

const CLOSES = /^[^\S\r\n]*(?:[}\])]|<\/)/;

/** The end of a comment that stands behind the code on its line, where nothing else does. */
function trailingEnd(tree: SyntaxTree, from: number): number {
  const { text } = tree;
  let end = from + blankLength(text, from);
  for (const comment of tree.comments) {
    if (comment.start !== end) continue;
    const next = comment.end + blankLength(text, comment.end);
    if (comment.type === 'Block' && /[\r\n]/.test(text.slice(comment.start, comment.end))) return from;
    end = next;
  }
  return end;
}

/** Above the line, where comments there tell tools to overlook the line: they would speak of the one after. */
function suppressionStart(tree: SyntaxTree, lineStart: number): number {
  return startWithComments(tree, lineStart, (comment) => speaksOfNext(comment) !== null && !countsLines(comment));
}

/** An element with the comma that belongs to it, and its line where it has one to itself. */
function elementRanges(tree: SyntaxTree, node: Node, siblings: readonly Node[]): readonly TextRange[] {
  const { text } = tree;
  const at = siblings.indexOf(node);
  const [before, after] = [siblings[at - 1], siblings[at + 1]];
  const comma = commaAfter(tree, node.end);
  const start = startOfLine(text, node.start);
  const end = trailingEnd(tree, comma ?? node.end);
  const ownLine = text.slice(start, node.start).trim() === '' && /^(?:\r|\n)/.test(text.slice(end));
  const line = { start: suppressionStart(tree, start), end: lineAfter(text, end) };
  if (ownLine && (comma !== null || !before)) return [line];
  if (after) return [{ start: node.start, end: after.start }];
  if (before && ownLine) {
    // Between the two, a comment speaks of the one that stays; then its comma stays as well.
    const isCommented = tree.comments.some((each) => each.start >= before.end && each.end <= start);
    return [isCommented ? line : { start: before.end, end }];
  }
  if (before) return [{ start: before.end, end: node.end }];
  return [
    {
      start: trimBack(text, node.start),
      end: (comma ?? node.end) + blankLength(text, comma ?? node.end),
    },
  ];
}

/** Several elements of one list. What goes may touch; what stays keeps its commas. */
export function elementEdits(tree: SyntaxTree, nodes: readonly Node[], siblings: readonly Node[]): readonly Edit[] {
  const lastKept = siblings.findLast((each) => !nodes.includes(each));
  const ranges = nodes.flatMap((node) => {
    const behind = lastKept !== undefined && node.start > lastKept.start;
    // Of the last ones, each takes the comma in front along, and those of the others that go with it.
    return elementRanges(tree, node, behind ? [lastKept, node] : siblings);
  });
  return mergeRanges(ranges).map(({ start, end }) => cut(start, end));
}

/** An attribute with its lines; the tag of one that had no other is closed behind its name. */
export function attributeEdit(tree: SyntaxTree, node: TextRange): Edit {
  const { text } = tree;
  const start = startOfLine(text, node.start);
  const end = trailingEnd(tree, node.end);
  const ownLine = text.slice(start, node.start).trim() === '' && /[\r\n]/.test(text.charAt(end));
  if (!ownLine) return cut(node.start - blanksBefore(text, node.start), node.end);
  const lines = { start: suppressionStart(tree, start), end: lineAfter(text, end) };
  const around = blanksAround(text, lines);
  const isOnly = tagNameEnd(tree, node) === around.start;
  const closing = /^\/?>/.exec(text.slice(around.end))?.[0];
  if (!isOnly || closing === undefined) return cut(lines.start, lines.end);
  return { range: around, text: closing === '/>' ? ' ' : '' };
}

/** Where the name of the tag ends that an attribute stands in, its type arguments included. */
function tagNameEnd(tree: SyntaxTree, attribute: TextRange): number | null {
  const tag = tree.lineage(tree.enclosing(attribute)).find((node) => node.type === 'JSXOpeningElement');
  return tag ? (tag.typeArguments?.end ?? tag.name.end) : null;
}

function blanksAround(text: string, { start, end }: TextRange): TextRange {
  return { start: start - blanksBefore(text, start), end: end + (/^\s*/.exec(text.slice(end))?.[0].length ?? 0) };
}

/** The offset behind the comma that follows, comments skipped; null when none does. */
function commaAfter(tree: SyntaxTree, from: number): number | null {
  let offset = from;
  for (;;) {
    offset += /^\s*/.exec(tree.text.slice(offset))?.[0].length ?? 0;
    const comment = tree.comments.find((each) => each.start === offset);
    if (!comment) return tree.text.charAt(offset) === ',' ? offset + 1 : null;
    offset = comment.end;
  }
}

function cut(start: number, end: number): Edit {
  return { range: { start, end }, text: '' };
}

function blankLength(text: string, from: number): number {
  return /^[^\S\r\n]*/.exec(text.slice(from))?.[0].length ?? 0;
}

function blanksBefore(text: string, offset: number): number {
  return /\s*$/.exec(text.slice(0, offset))?.[0].length ?? 0;
}

function trimBack(text: string, offset: number): number {
  return offset - (/[^\S\r\n]*$/.exec(text.slice(0, offset))?.[0].length ?? 0);
}
