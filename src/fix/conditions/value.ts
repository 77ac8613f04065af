import type { Match } from '../../model/fix-site.js';
import { mayBeMarkup } from '../../semantics/values/may-be-markup.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { type Predicate, valueAt } from './predicate.js';

/** `value: plain-text` (no markup in it) and `value: string-literal`. */
export const value: Predicate = ({ tree, match }, argument) => {
  const node = valueAt(tree, match);
  if (!node) {
    return isAdded(tree, match)
      ? 'The value is only added to what is there already.'
      : 'No value belongs to the match.';
  }
  if (argument === 'string-literal') {
    return node.type === 'Literal' && typeof node.value === 'string' ? null : 'The value is not a string literal.';
  }
  return mayBeMarkup(tree, node) ? 'The value may be markup.' : null;
};

/** `+=`: what it comes to is not the value that is written there. */
function isAdded(tree: SyntaxTree, match: Match | null): boolean {
  const node = match && tree.enclosing(match.range);
  return node?.type === 'AssignmentExpression' && node.operator !== '=';
}
