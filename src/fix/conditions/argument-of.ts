import { isKnownAs } from '../../semantics/values/is-known-as.js';
import { oneKind, type ValueKind } from '../../semantics/values/value-kinds.js';
import { callAt, type Predicate } from './predicate.js';

/** `array-argument` and the like: the file shows the first argument of the matched call to be that, and nothing else. */
export function argumentOf(kind: ValueKind): Predicate {
  return ({ tree, site, match }) => {
    const [given] = callAt(tree, match)?.arguments ?? [];
    if (!given) return 'The match is not the head of a call that is given something.';
    const isText = kind === 'string' && isKnownAs(tree, given, 'string', site.types);
    return isText || oneKind(tree, given) === kind
      ? null
      : `Nothing in this file shows that what the call is given is always of the kind "${kind}".`;
  };
}
