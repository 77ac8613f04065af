import type { CheckResult } from '../model/check-result.js';
import type { Finding } from '../model/finding.js';

/** Findings that say that a rule guards less than it seems to, or that an exemption does not do its work; with them, all `policy/…`. */
const SLACK: ReadonlySet<string> = new Set([
  'scope/empty',
  'scope/inert-glob',
  'waiver/unused',
  'suppression/unused',
  'suppression/malformed',
  'suppression/not-allowed',
  'baseline/stale',
  'baseline/not-staged',
  'contract/not-staged',
]);

/** One reason why a strict run fails that lets any other pass. */
export interface StrictFailure {
  /** Rule id, or the code of a finding or problem. */
  readonly id: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly message: string;
}

/** Warnings and slack. Errors and what makes a check invalid or incomplete fail every run, and are not repeated here. */
export function strictFailures({ violations, problems, findings }: CheckResult): readonly StrictFailure[] {
  const warnings = violations.filter(({ severity, exemption }) => severity === 'warning' && exemption === null);
  return [
    ...warnings.map(({ rule, file, place, message }) => ({ id: rule.id, file, line: place?.line ?? null, message })),
    ...problems.filter(({ severity }) => severity === 'warning').map(toFailure),
    ...findings.filter(({ code }) => SLACK.has(code) || code.startsWith('policy/')).map(toFailure),
  ];
}

function toFailure({ code, file, line, message }: Pick<Finding, 'code' | 'file' | 'line' | 'message'>): StrictFailure {
  return { id: code, file, line, message };
}
