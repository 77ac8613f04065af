import type { CheckResult } from '../model/check-result.js';
import type { Finding } from '../model/finding.js';
import type { StrictFailure } from '../model/strict-failure.js';

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
  'contract/inert-glob',
  'contract/not-selected',
  'contract/no-rule',
  'rule/nothing-enforceable',
]);

/** Warnings and slack. Errors and what makes a check invalid or incomplete fail every run, and are not repeated here. */
export function strictFailures({ violations, problems, findings }: CheckResult): readonly StrictFailure[] {
  const warnings = violations.filter(({ severity, exemption }) => severity === 'warning' && exemption === null);
  return [
    ...warnings.map(({ rule, file, place, message }) => ({
      kind: 'violation' as const,
      id: rule.id,
      file,
      line: place?.line ?? null,
      message,
    })),
    ...problems.filter(({ severity }) => severity === 'warning').map(toFailure('problem')),
    ...findings.filter(isSlack).map(toFailure('finding')),
  ];
}

/** Whether a strict run fails by this finding. */
export function isSlack({ code }: Pick<Finding, 'code'>): boolean {
  return SLACK.has(code) || code.startsWith('policy/');
}

type Note = Pick<Finding, 'code' | 'file' | 'line' | 'message'>;

function toFailure(kind: StrictFailure['kind']): (note: Note) => StrictFailure {
  return ({ code, file, line, message }) => ({ kind, id: code, file, line, message });
}
