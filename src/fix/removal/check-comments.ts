import { contains, startOfLine, type TextRange } from '../../model/position.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { leadingComments, speaksOf } from '../../syntax/leading-comments.js';
import { countsLines, speaksOfNext, speaksOfNextBehind } from '../../syntax/next-line-comment.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { lineAfter } from '../../syntax/text-lines.js';

/**
 * Why a piece of code may not go, or null: a comment that tells a tool to overlook what follows would stay and speak of
 * other code, or would go and be missed by the code below.
 * @param removed all that goes, the piece itself included
 */
export function checkComments(tree: SyntaxTree, node: TextRange, removed: readonly TextRange[]): Refusal | null {
  const goes = (comment: TextRange): boolean => removed.some((range) => contains(range, comment));
  const leading = leadingComments(tree, node.start);
  const losesLines = removed.some((range) => contains(range, node) && hasItsLines(tree.text, node, range));
  const stays = leading.some((comment) => {
    // On a line that other code is left on, a comment about that line still has its line.
    const isConcerned = losesLines || speaksOfNext(comment) === 'syntax';
    return isConcerned && !countsLines(comment) && !goes(comment) && speaksOf(tree, comment, node);
  });
  if (stays) return STAYS_ABOVE;
  const isMissed = tree.comments.some(
    (comment) => comment.start >= node.end && goes(comment) && speaksOfNextBehind(comment),
  );
  return isMissed ? MISSED : null;
}

/** Whether nothing but comments is left on the lines of a node. */
function hasItsLines(text: string, node: TextRange, range: TextRange): boolean {
  const before = text.slice(startOfLine(text, node.start), Math.max(range.start, startOfLine(text, node.start)));
  const end = lineAfter(text, node.end);
  const left = `${before} ${text.slice(Math.min(range.end, end), end)}`;
  return left.replace(/\/\*.*?\*\//g, '').trim() === '';
}

const STAYS_ABOVE = refuse(
  'comment-keeps-line',
  'A comment above tells a tool to overlook what is removed; left there, it would speak of the code below.',
);

const MISSED = refuse(
  'comment-keeps-line',
  'The comment behind it tells a tool to overlook the code below, which would lose it.',
);
