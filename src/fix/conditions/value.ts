import type { Node } from 'oxc-parser';
import type { Match } from '../../model/fix-site.js';
import { isOfFigures, mayBeMarkup } from '../../semantics/values/may-be-markup.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { callAt, type Predicate, valueAt } from './predicate.js';

/** `value: plain-text` (no markup in it) and `value: string-literal`. */
export const value: Predicate = ({ tree, match }, argument) => {
  const node = valueAt(tree, match);
  if (!node) {
    const given = soleArgument(tree, match);
    if (given) return isSeen(tree, given) && isWanted(tree, given, argument) ? null : NO_LITERAL;
    return isAdded(tree, match)
      ? 'The value is only added to what is there already.'
      : 'No value belongs to the match.';
  }
  if (isWanted(tree, node, argument)) return null;
  return argument === 'string-literal' ? 'The value is not a string literal.' : 'The value may be markup.';
};

function isWanted(tree: SyntaxTree, node: Node, argument: string | null): boolean {
  if (argument === 'string-literal') return node.type === 'Literal' && typeof node.value === 'string';
  return !mayBeMarkup(tree, node);
}

/** What jQuery is given may be an element or a function as well. */
function isSeen(tree: SyntaxTree, given: Node): boolean {
  return given.type === 'Literal' || (given.type === 'CallExpression' && isOfFigures(tree, given));
}

/** What a call is given whose bracket the match ends with: `.html(` */
function soleArgument(tree: SyntaxTree, match: Match | null): Node | null {
  const call = callAt(tree, match);
  if (!call || !match || call.arguments.length !== 1) return null;
  return tree.text.slice(call.callee.end, match.range.end).trim() === '(' ? (call.arguments[0] ?? null) : null;
}

const NO_LITERAL = 'What the call is given is not seen to be such a value.';

/** `+=`: what it comes to is not the value that is written there. */
function isAdded(tree: SyntaxTree, match: Match | null): boolean {
  const node = match && tree.enclosing(match.range);
  return node?.type === 'AssignmentExpression' && node.operator !== '=';
}
