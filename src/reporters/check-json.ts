import { type CheckResult, countsOf, type HealOutlook } from '../model/check-result.js';
import type { CheckKind } from '../model/contract.js';
import type { Exemption } from '../model/exemption.js';
import type { Finding } from '../model/finding.js';
import type { SecretMask } from '../model/mask-secrets.js';
import type { Problem } from '../model/problem.js';
import type { Violation } from '../model/violation.js';
import { checkMask } from './check-mask.js';
import { excerpt, printJson } from './print-json.js';
import type { CheckReport, Reporter } from './report.js';

export const checkJson: Reporter<CheckReport> = {
  summary: 'everything the check found, for other tools',
  carriesProblems: true,
  render({ result, beside, outlooks, toolVersion }) {
    const mask = checkMask({ result, beside });
    return printJson({
      schemaVersion: 1,
      tool: { name: 'specflow', version: toolVersion },
      summary: summaryOf(result),
      violations: result.violations.map((violation) => violationOf(violation, outlooks.get(violation) ?? null, mask)),
      problems: result.problems.map(problemOf),
      findings: result.findings.map(findingOf),
    });
  },
};

export function summaryOf(result: CheckResult): Readonly<Record<string, number>> {
  const { violations, errors, warnings, exempt } = countsOf(result);
  return {
    files: result.files,
    rules: result.rules,
    violations,
    errors,
    warnings,
    exempt,
    problems: result.problems.length,
    findings: result.findings.length,
  };
}

/** Kinds of checks as every JSON of ours names them. */
export const CHECK_KINDS: Readonly<Record<CheckKind, string>> = {
  'forbidden-pattern': 'forbidden',
  'required-pattern': 'required',
  domain: 'domain',
};

export function violationOf(violation: Violation, outlook: HealOutlook | null, mask: SecretMask): object {
  const { rule, place } = violation;
  return {
    ruleId: rule.id,
    contract: rule.contractId,
    contractFile: rule.declaredAt.file,
    kind: CHECK_KINDS[violation.kind],
    severity: violation.severity,
    message: violation.message,
    file: violation.file,
    line: place?.line ?? null,
    column: place?.column ?? null,
    endLine: place?.endLine ?? null,
    endColumn: place?.endColumn ?? null,
    match: place && excerpt(mask.apply(place.match)),
    lineText: place && excerpt(mask.apply(place.lineText)),
    fingerprint: violation.fingerprint,
    exempt: violation.exemption && exemptionOf(violation.exemption),
    heal: {
      fixable: outlook !== null,
      source: outlook?.source ?? null,
      tier: outlook?.tier ?? null,
      confidence: outlook?.confidence ?? null,
    },
  };
}

function exemptionOf({ kind, reason, expires }: Exemption): object {
  return { kind, reason, expires };
}

export function problemOf({ code, severity, file, line, column, message, help, files }: Problem): object {
  return { code, severity, file, line, column, message, help, files };
}

export function findingOf({ code, ruleId, file, line, message, help, files }: Finding): object {
  return { code, ruleId, file, line, message, help, files };
}
