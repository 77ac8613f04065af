import type { Edit } from '../../model/edit.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { withEmptiedSpace } from '../removal/removal-range.js';
import { isExactly } from '../slots/value-slot.js';
import { isExpressionText } from '../template/expression-text.js';
import { bracketedFound } from './bracketed.js';
import { layArgument } from './lay-argument.js';

/** What takes the place of a found piece, with the space and the signs that its new neighbours ask for. */
export function layFound(tree: SyntaxTree, { range, text }: Edit): Edit {
  return text === ''
    ? { range: withEmptiedSpace(tree, range), text }
    : layArgument(tree, bracketedFound(tree, leavingStatement(tree, objectAsBody(tree, { range, text }))));
}

/** `() => Object.assign({}, a)` → `() => ({ ...a })`: without brackets, the object would be a block. */
function objectAsBody(tree: SyntaxTree, edit: Edit): Edit {
  const { range, text } = edit;
  const node = tree.enclosing(range);
  const arrow = tree.lineage(node).find(({ type }) => type === 'ArrowFunctionExpression');
  const beginsBody = arrow?.type === 'ArrowFunctionExpression' && arrow.body.start === range.start;
  const isWhole = isExactly(node, range) && node.type !== 'BlockStatement';
  const isObject = /^\{\s*[^\s}][\s\S]*\}$/.test(text);
  return beginsBody && isWhole && isObject && isExpressionText(tree.path, text) ? { range, text: `(${text})` } : edit;
}

/** `done(error);` → `return done(error);`: with the semicolon, as it is the whole statement that becomes another one. */
function leavingStatement(tree: SyntaxTree, edit: Edit): Edit {
  const { range, text } = edit;
  if (!/^(?:return|throw)\b/.test(text) || /;\s*$/.test(text)) return edit;
  const statement = tree.lineage(tree.enclosing(range)).find(({ type }) => /Statement$/.test(type));
  if (statement?.type !== 'ExpressionStatement' || !isExactly(statement.expression, range)) return edit;
  return {
    range: { start: statement.start, end: statement.end },
    text: text + tree.text.slice(range.end, statement.end),
  };
}
