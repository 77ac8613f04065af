import { usageError } from '../../model/problem.js';
import { checkKey } from '../check-key.js';
import type { Inspect, Inspection } from './inspection.js';

/**
 * Answers from what was seen before, cut down to what is asked now: a required pattern that an earlier file
 * satisfied is not asked of a later one.
 * @throws UsageError for a file nobody looked at
 */
export function replay(seen: ReadonlyMap<string, Inspection>): Inspect {
  return (path, rules, wants) => {
    const inspection = seen.get(path);
    if (inspection === undefined) {
      throw usageError('report/unseen-file', `No shard looked at ${path}.`, 'Run all shards again, on one commit.');
    }
    if (inspection.kind !== 'text') return inspection;
    // Nearly all: what is asked makes no difference to them.
    if (inspection.satisfied.length + inspection.undecided.length === 0) return inspection;
    const asked = new Set(
      rules.flatMap((rule) => rule.checks.filter((check) => wants(rule, check)).map((check) => checkKey(rule, check))),
    );
    return {
      ...inspection,
      satisfied: inspection.satisfied.filter((key) => asked.has(key)),
      undecided: inspection.undecided.filter(({ key }) => asked.has(key)),
    };
  };
}
