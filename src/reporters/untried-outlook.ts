import type { HealOutlook } from '../model/check-result.js';
import type { Violation } from '../model/violation.js';
import type { CheckReport } from './report.js';

/** What heal would try for a violation that it has not left to a person before; null where there is nothing. */
export function untriedOutlook(
  { outlooks, left }: Pick<CheckReport, 'outlooks' | 'left'>,
  violation: Violation,
): HealOutlook | null {
  return left?.has(violation) ? null : (outlooks.get(violation) ?? null);
}
