import type { Baseline } from '../exemptions/baseline.js';
import type { Finding } from '../model/finding.js';
import { plural } from '../model/plural.js';
import { weakening } from './weakening.js';

/** Rules and files of which more violations are excused than before; where they stand in the file may change freely. */
export function compareBaselines(before: Baseline, after: Baseline, file: string): readonly Finding[] {
  const known = countsOf(before);
  return [...countsOf(after)].flatMap(([key, { ruleId, where, count }]) => {
    const more = count - (known.get(key)?.count ?? 0);
    if (more <= 0) return [];
    const message = `The baseline excuses ${plural(more, 'more violation')} of ${ruleId}${where === null ? '' : ` in ${where}`}.`;
    return [weakening('baseline-grown', { ruleId, file }, message)];
  });
}

interface Count {
  readonly ruleId: string;
  readonly where: string | null;
  readonly count: number;
}

function countsOf({ entries }: Baseline): ReadonlyMap<string, Count> {
  const counts = new Map<string, Count>();
  for (const { ruleId, file, count } of entries) {
    const key = JSON.stringify([ruleId, file]);
    counts.set(key, { ruleId, where: file, count: count + (counts.get(key)?.count ?? 0) });
  }
  return counts;
}
