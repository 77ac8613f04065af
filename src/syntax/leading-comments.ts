import type { Comment } from 'oxc-parser';
import { startOfLine, type TextRange } from '../model/position.js';
import { speaksOfNext } from './next-line-comment.js';
import type { SyntaxTree } from './syntax-tree.js';
import { lineAfter } from './text-lines.js';

/** The comments between an offset and the code before it, the nearest first; the last may stand behind that code on its line. */
export function leadingComments({ text, comments }: SyntaxTree, offset: number): readonly Comment[] {
  const leading: Comment[] = [];
  let start = offset;
  for (let at = comments.findLastIndex(({ end }) => end <= offset); at >= 0; at--) {
    const comment = comments[at];
    if (!comment || text.slice(comment.end, start).trim() !== '') break;
    leading.push(comment);
    start = comment.start;
  }
  return leading;
}

/** The start of the lines of comments right above a line, as far up as they belong to it; else of the line itself. */
export function startWithComments(tree: SyntaxTree, lineStart: number, belongs: (comment: Comment) => boolean): number {
  const { text } = tree;
  let start = lineStart;
  for (const comment of leadingComments(tree, lineStart)) {
    const first = startOfLine(text, comment.start);
    const isAlone = text.slice(first, comment.start).trim() === '' && lineAfter(text, comment.end) === start;
    if (!isAlone || comment.end >= start || !belongs(comment)) break;
    start = first;
  }
  return start;
}

/** Whether a comment in front of a node tells a tool to overlook it, or the line it begins. */
export function speaksOf({ text }: SyntaxTree, comment: Comment, node: TextRange): boolean {
  switch (speaksOfNext(comment)) {
    case null:
      return false;
    case 'line':
      return lineAfter(text, comment.end) === startOfLine(text, node.start);
    case 'open-line':
      return (
        lineAfter(text, comment.end) === startOfLine(text, node.start) &&
        text.slice(startOfLine(text, comment.start), comment.start).trim() === ''
      );
    default:
      return true;
  }
}
