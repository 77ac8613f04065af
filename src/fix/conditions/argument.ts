import { hasEffects, holdsCode } from '../../semantics/effects/has-effects.js';
import { callAt, type Predicate } from './predicate.js';

/** `argument: pure`: evaluating the arguments of the matched call does nothing besides. */
export const argument: Predicate = ({ tree, match }) => {
  const call = callAt(tree, match);
  if (!call) return 'The match is not the head of a call.';
  const impure = call.arguments.some((each) => hasEffects(tree, each) || holdsCode(tree, each));
  return impure ? 'An argument of the call may have effects.' : null;
};
