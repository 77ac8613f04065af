// Suppressions: comments that excuse the next line. Soft rules only, unless the configuration allows more.
// One that is not honoured or that nothing needs is reported; a violation is marked, never dropped.
import type { Rule } from '../model/contract.js';
import type { Finding } from '../model/finding.js';
import { nearestName } from '../model/suggest.js';
import type { Suppression } from '../model/suppression.js';
import type { Violation } from '../model/violation.js';

export interface SuppressionRequest {
  readonly violations: readonly Violation[];
  readonly suppressions: readonly Suppression[];
  /** Every rule of every contract by its id, checked now or not. */
  readonly rules: ReadonlyMap<string, Rule>;
  readonly allowNonNegotiable: boolean;
  /** Whether this rule was looked for in this file, so that an idle suppression is needless. */
  readonly isChecked: (ruleId: string, file: string) => boolean;
}

export function applySuppressions(request: SuppressionRequest): {
  readonly violations: readonly Violation[];
  readonly findings: readonly Finding[];
} {
  const byPlace = groupByPlace(request.violations);
  const excused = new Map<Violation, Suppression>();
  const findings: Finding[] = [];
  for (const suppression of request.suppressions) {
    for (const ruleId of suppression.ruleIds) {
      const rule = request.rules.get(ruleId);
      const targets = byPlace.get(placeKey(ruleId, suppression.file, suppression.line + 1)) ?? [];
      if (!rule) findings.push(unknownRule(suppression, ruleId, request.rules.keys()));
      else if (rule.severity === 'error' && !request.allowNonNegotiable) findings.push(notAllowed(suppression, ruleId));
      else if (targets.length > 0) for (const violation of targets) excused.set(violation, suppression);
      else if (request.isChecked(ruleId, suppression.file)) findings.push(unused(suppression, ruleId));
    }
  }
  return { violations: request.violations.map((violation) => mark(violation, excused.get(violation))), findings };
}

function mark(violation: Violation, suppression: Suppression | undefined): Violation {
  if (!suppression || violation.exemption) return violation;
  return { ...violation, exemption: { kind: 'suppression', reason: suppression.reason, expires: null } };
}

/** By rule, file and the line a violation starts on. An absence has no line and cannot be suppressed. */
function groupByPlace(violations: readonly Violation[]): ReadonlyMap<string, readonly Violation[]> {
  const groups = new Map<string, Violation[]>();
  for (const violation of violations) {
    if (violation.file === null || violation.place === null) continue;
    const key = placeKey(violation.rule.id, violation.file, violation.place.line);
    const group = groups.get(key);
    if (group) group.push(violation);
    else groups.set(key, [violation]);
  }
  return groups;
}

function placeKey(ruleId: string, file: string, line: number): string {
  return `${line} ${file}\0${ruleId}`;
}

function unknownRule(suppression: Suppression, ruleId: string, known: Iterable<string>): Finding {
  const near = nearestName(ruleId, known);
  return finding(
    suppression,
    null,
    'suppression/malformed',
    `This suppression names the rule ${ruleId}, which no contract has.`,
    near ? `Did you mean ${near}?` : 'Name a rule by its id.',
  );
}

function notAllowed(suppression: Suppression, ruleId: string): Finding {
  return finding(
    suppression,
    ruleId,
    'suppression/not-allowed',
    `${ruleId} is non-negotiable and cannot be suppressed in the code.`,
    'Mend the violation, or ask for a waiver in the contract: it has an owner and a last day.',
  );
}

function unused(suppression: Suppression, ruleId: string): Finding {
  return finding(
    suppression,
    ruleId,
    'suppression/unused',
    `${ruleId} is not violated on the next line, so nothing is suppressed.`,
    'Drop the comment.',
  );
}

function finding(at: Suppression, ruleId: string | null, code: string, message: string, help: string): Finding {
  return { code, ruleId, file: at.file, line: at.line, message, help };
}
