import { isInTry, type Predicate } from './predicate.js';

/** `outside-try`: no `try` of the same function watches over the match, which a later error would slip past. */
export const outsideTry: Predicate = ({ tree, match }) => {
  if (!match) return 'Nothing is matched.';
  return isInTry(tree, tree.enclosing(match.range))
    ? 'It stands in a `try`, which may be there to catch its errors.'
    : null;
};
