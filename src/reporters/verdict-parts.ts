import { type CheckResult, countsOf } from '../model/check-result.js';
import { plural } from '../model/plural.js';

/** A count that is not zero, such as `2 errors`. */
export interface VerdictPart {
  readonly kind: 'error' | 'warning' | 'problem';
  readonly text: string;
}

/** What a check came to; empty where nothing is wrong. */
export function verdictParts(result: CheckResult): readonly VerdictPart[] {
  const { errors, warnings } = countsOf(result);
  const problems = result.problems.filter(({ severity }) => severity !== 'warning').length;
  const counts = [
    { kind: 'error', count: errors },
    { kind: 'warning', count: warnings },
    { kind: 'problem', count: problems },
  ] as const;
  return counts.filter(({ count }) => count > 0).map(({ kind, count }) => ({ kind, text: plural(count, kind) }));
}
