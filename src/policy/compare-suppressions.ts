import type { Finding } from '../model/finding.js';
import type { Suppression } from '../model/suppression.js';
import { added, weakening } from './weakening.js';

/** Comments that excuse a place and were not in their file before; a line may move freely. */
export function compareSuppressions(before: readonly Suppression[], after: readonly Suppression[]): readonly Finding[] {
  return added(single(before), single(after), ({ file, ruleId }) => `${ruleId}\0${file}`).map(
    ({ file, line, ruleId, reason }) =>
      weakening('suppression-added', { ruleId, file, line }, `A comment that excuses ${ruleId} is new: ${reason}`),
  );
}

interface Single extends Pick<Suppression, 'file' | 'line' | 'reason'> {
  readonly ruleId: string;
}

function single(suppressions: readonly Suppression[]): readonly Single[] {
  return suppressions.flatMap(({ ruleIds, ...rest }) => ruleIds.map((ruleId) => ({ ...rest, ruleId })));
}
