import type { Finding } from './finding.js';
import type { Problem } from './problem.js';
import type { Violation } from './violation.js';

/** Everything one check found, exempt violations included. Order: file, position, rule id. */
export interface CheckResult {
  readonly files: number;
  readonly rules: number;
  readonly violations: readonly Violation[];
  readonly problems: readonly Problem[];
  readonly findings: readonly Finding[];
}

/** What was found by rules that were not asked for, because a report must not show it. */
export type Beside = Pick<CheckResult, 'violations' | 'problems'>;

/** What `heal` would try for a violation; null where it has nothing to try. */
export interface HealOutlook {
  readonly source: string;
  readonly tier: string | null;
  readonly confidence: number | null;
}

/** How many violations count, by severity; those that are exempt are counted apart. */
export function countsOf(result: CheckResult): {
  violations: number;
  errors: number;
  warnings: number;
  exempt: number;
  /** Files with at least one violation that counts. */
  brokenFiles: number;
} {
  let errors = 0;
  let warnings = 0;
  let exempt = 0;
  const broken = new Set<string>();
  for (const violation of result.violations) {
    if (violation.exemption) exempt++;
    else if (violation.severity === 'error') errors++;
    else warnings++;
    if (!violation.exemption && violation.file !== null) broken.add(violation.file);
  }
  return { violations: errors + warnings, errors, warnings, exempt, brokenFiles: broken.size };
}
