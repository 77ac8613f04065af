import { type ValueKind, valueKinds } from '../../semantics/values/value-kinds.js';
import { callAt, type Predicate } from './predicate.js';

/** `array-argument` and the like: the file shows the first argument of the matched call to be that, and nothing else. */
export function argumentOf(kind: ValueKind): Predicate {
  return ({ tree, match }) => {
    const [given] = callAt(tree, match)?.arguments ?? [];
    if (!given) return 'The match is not the head of a call that is given something.';
    const [only, ...others] = valueKinds(tree, given);
    return only === kind && others.length === 0
      ? null
      : `Nothing in this file shows that what the call is given is always of the kind "${kind}".`;
  };
}
