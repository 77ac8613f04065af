import type { TextRange } from '../../model/position.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

/**
 * Where a statement ends whose semicolon stands on a later line, before the code it guards there: `go()⏎;[1, 2].map(f)`.
 * The end of the statement itself where it has no such semicolon. Comments between the two are no part of it: those on
 * lines of their own speak of the code below.
 */
export function endWithoutGuard(tree: SyntaxTree, { start, end }: TextRange): number {
  const { text } = tree;
  if (text[end - 1] !== ';') return end;
  const code = start + text.slice(start, end - 1).trimEnd().length;
  const isGuard = /[\r\n]/.test(text.slice(code, end)) && /^[^\S\r\n]*[^\s]/.test(text.slice(end));
  return isGuard ? withoutComments(tree, code) : end;
}

function withoutComments(tree: SyntaxTree, end: number): number {
  const comment = tree.comments.findLast((each) => each.start < end && end <= each.end);
  return comment ? withoutComments(tree, tree.text.slice(0, comment.start).trimEnd().length) : end;
}
