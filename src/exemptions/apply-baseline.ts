import type { Finding } from '../model/finding.js';
import type { Violation } from '../model/violation.js';
import type { Baseline, BaselineEntry } from './baseline.js';
import { matchBaseline } from './match-baseline.js';

export interface BaselineRequest {
  /** Those that are exempt otherwise need no baseline. */
  readonly violations: readonly Violation[];
  readonly baseline: Baseline;
  /** Whether what an entry knows was looked for, so that an unmet one is stale. */
  readonly isLookedFor: (entry: BaselineEntry) => boolean;
}

/** Marks what the baseline knows, and reports what it knows and nobody finds any more. No violation is dropped. */
export function applyBaseline({ violations, baseline, isLookedFor }: BaselineRequest): {
  readonly violations: readonly Violation[];
  readonly findings: readonly Finding[];
} {
  const { known, unmet } = matchBaseline(violations, baseline);
  return {
    violations: violations.map((violation) =>
      known.has(violation)
        ? { ...violation, exemption: { kind: 'baseline', reason: REASON, expires: null } }
        : violation,
    ),
    findings: staleFindings([...unmet].filter(([entry]) => isLookedFor(entry))),
  };
}

const REASON = 'known since the baseline was written';

/** One a rule and file, whatever number of entries stand behind it. */
function staleFindings(stale: readonly (readonly [BaselineEntry, number])[]): readonly Finding[] {
  const groups = new Map<string, { readonly entry: BaselineEntry; readonly count: number }>();
  for (const [entry, count] of stale) {
    const key = JSON.stringify([entry.ruleId, entry.file]);
    groups.set(key, { entry, count: (groups.get(key)?.count ?? 0) + count });
  }
  return [...groups.values()].map(({ entry: { ruleId, file }, count }) => ({
    code: 'baseline/stale',
    ruleId,
    file,
    line: null,
    message: `The baseline knows ${count === 1 ? 'a violation' : `${count} violations`} of ${ruleId} here that nobody finds any more.`,
    help: 'Run "specflow baseline prune", so that it cannot come back unseen.',
  }));
}
