import { type UsageError, usageError } from '../../model/problem.js';
import { nearestName } from '../../model/suggest.js';

export function unknownRule(id: string, known: readonly string[]): UsageError {
  const near = nearestName(id, known);
  const help = near === null ? 'All rules are listed by "specflow explain".' : `Did you mean ${near}?`;
  return usageError('usage/unknown-rule', `There is no rule called ${id}.`, help);
}
