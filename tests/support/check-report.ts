import { checkText } from '../../src/engine/check-text.js';
import type { CheckResult } from '../../src/model/check-result.js';
import type { Rule } from '../../src/model/contract.js';
import type { Violation } from '../../src/model/violation.js';
import type { CheckReport, ReportStyle } from '../../src/reporters/report.js';

export const PLAIN: ReportStyle = { color: false, width: 80, quiet: false };

export function violationsIn(path: string, text: string, ...rules: readonly Rule[]): readonly Violation[] {
  return checkText({ path, text }, rules).violations;
}

/** A report of these violations, with everything else empty unless said. */
export function reportOf(violations: readonly Violation[], more: Partial<CheckResult> = {}): CheckReport {
  return {
    result: { files: 41, rules: 6, violations, problems: [], findings: [], ...more },
    outlooks: new Map(),
    toolVersion: '0.1.0',
  };
}

/** A required pattern that no file of its scope holds. */
export function absenceOf(rule: Rule, file: string | null = null): Violation {
  return {
    rule,
    checkIndex: 0,
    kind: 'required-pattern',
    severity: rule.severity,
    message: rule.checks[0]?.message ?? rule.title,
    file,
    place: null,
    fingerprint: 'f0',
    exemption: null,
  };
}
