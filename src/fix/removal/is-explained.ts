import type { Node } from 'oxc-parser';
import { startOfLine } from '../../model/position.js';
import { leadingComments, startWithComments } from '../../syntax/leading-comments.js';
import { speaksOfNext } from '../../syntax/next-line-comment.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

/** Whether a comment for people stands right above; what tools are told goes along. */
export function isExplained(tree: SyntaxTree, node: Node): boolean {
  const start = startWithComments(tree, startOfLine(tree.text, node.start), () => true);
  return leadingComments(tree, node.start).some((comment) => comment.start >= start && speaksOfNext(comment) === null);
}

/** Whether a comment for people stands behind it on its last line; what tools are told goes along. */
export function isExplainedBehind({ text, comments }: SyntaxTree, { end }: Node): boolean {
  return comments.some(
    (comment) =>
      comment.start >= end &&
      /^[^\S\r\n;]*;?[^\S\r\n]*$/.test(text.slice(end, comment.start)) &&
      !IS_FOR_TOOLS.test(comment.value),
  );
}

const IS_FOR_TOOLS = /^\s*(?:[\w:@-]+-(?:disable|ignore)[\w-]*|NOSONAR|@ts-[\w-]+|\$Flow\w+)(?![\w-])/;
