import { callAt, isUnused, type Predicate } from './predicate.js';

/** `result-unused`: the matched call is a statement of its own, awaited or not. */
export const resultUnused: Predicate = ({ tree, match }) => {
  const call = callAt(tree, match);
  if (!call) return 'The match is not the head of a call.';
  return isUnused(tree, call) ? null : 'The result of the call is used.';
};
