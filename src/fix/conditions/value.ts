import { mayBeMarkup } from '../../semantics/values/may-be-markup.js';
import { type Predicate, valueAt } from './predicate.js';

/** `value: plain-text` (no markup in it) and `value: string-literal`. */
export const value: Predicate = ({ tree, match }, argument) => {
  const node = valueAt(tree, match);
  if (!node) return 'No value belongs to the match.';
  if (argument === 'string-literal') {
    return node.type === 'Literal' && typeof node.value === 'string' ? null : 'The value is not a string literal.';
  }
  return mayBeMarkup(tree, node) ? 'The value may be markup.' : null;
};
