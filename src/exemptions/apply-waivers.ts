// Waivers: recorded, owned, dated permissions written in contracts. A violation is never dropped: it is marked.
// A waiver that lacks what makes it one exempts nothing and is reported, as is one that nothing needs.
import { isCalendarDate } from '../model/calendar-date.js';
import type { Contract, Scope } from '../model/contract.js';
import type { Exemption, Waiver } from '../model/exemption.js';
import type { Finding } from '../model/finding.js';
import type { Problem } from '../model/problem.js';
import { nearestName } from '../model/suggest.js';
import type { Violation } from '../model/violation.js';

export interface WaiverRequest {
  readonly violations: readonly Violation[];
  readonly contracts: readonly Contract[];
  /** ISO date. A waiver holds through its last day. */
  readonly today: string;
  /** Whether a rule was checked on its whole scope, so that an idle waiver is needless. */
  readonly isFullyChecked: (ruleId: string) => boolean;
  readonly compileScope: (globs: readonly string[]) => Scope;
}

export interface Waived {
  readonly violations: readonly Violation[];
  readonly problems: readonly Problem[];
  readonly findings: readonly Finding[];
}

export function applyWaivers(request: WaiverRequest): Waived {
  const { contracts, today, isFullyChecked } = request;
  const known = new Set(contracts.flatMap(({ rules, advice }) => [...rules, ...advice].map(({ id }) => id)));
  const problems: Problem[] = [];
  const findings: Finding[] = [];
  let violations = request.violations;
  for (const waiver of contracts.flatMap((contract) => contract.waivers)) {
    const flaw = flawOf(waiver, known, today);
    const exemption = flaw ? null : exemptionOf(waiver);
    if (flaw) problems.push(flaw);
    if (!exemption) continue;
    const covered = coveredBy(waiver, violations, request.compileScope);
    if (covered.size === 0 && isFullyChecked(waiver.ruleId)) findings.push(unused(waiver));
    violations = violations.map((violation) =>
      covered.has(violation) && !violation.exemption ? { ...violation, exemption } : violation,
    );
  }
  return { violations, problems, findings };
}

/** Those of its rule, in its files where it names some; an absence over a whole scope lies in no file. */
function coveredBy(
  waiver: Waiver,
  violations: readonly Violation[],
  compileScope: WaiverRequest['compileScope'],
): ReadonlySet<Violation> {
  const ofRule = violations.filter((violation) => violation.rule.id === waiver.ruleId);
  if (waiver.files.length === 0) return new Set(ofRule);
  const files = [...new Set(ofRule.flatMap(({ file }) => file ?? []))];
  const selected = new Set(compileScope(waiver.files).select(files));
  return new Set(ofRule.filter(({ file }) => file !== null && selected.has(file)));
}

function exemptionOf(waiver: Waiver): Exemption {
  return { kind: 'waiver', reason: waiver.reason ?? '', expires: waiver.expires };
}

function flawOf(waiver: Waiver, known: ReadonlySet<string>, today: string): Problem | null {
  if (waiver.ruleId.trim() === '') {
    const message = 'The waiver does not exempt anything: it names no rule.';
    return problem(waiver, 'waiver/incomplete', message, 'Name the rule it is for: invariant_id: SEC-001');
  }
  if (!known.has(waiver.ruleId)) {
    const near = nearestName(waiver.ruleId, known);
    const help = near ? `Did you mean ${near}?` : 'Name a rule by its id, or drop the waiver.';
    return problem(
      waiver,
      'waiver/unknown-rule',
      `The waiver names the rule ${waiver.ruleId}, which no contract has.`,
      help,
    );
  }
  const missing = missingIn(waiver);
  if (missing.length > 0) {
    return problem(
      waiver,
      'waiver/incomplete',
      `The waiver of ${waiver.ruleId} does not exempt anything: ${missing.join('; ')}.`,
      'A waiver needs a reason, an owner and a last day: reason: "…", owner: "@name", expires: YYYY-MM-DD',
    );
  }
  if (waiver.expires !== null && today > waiver.expires) {
    return problem(
      waiver,
      'waiver/expired',
      `The waiver of ${waiver.ruleId} expired on ${waiver.expires}.`,
      `Mend the violations it covered and drop it, or let ${waiver.owner ?? 'its owner'} set a new day.`,
    );
  }
  return null;
}

function missingIn(waiver: Waiver): string[] {
  const missing: string[] = [];
  if (!waiver.reason?.trim()) missing.push('it gives no reason');
  if (!waiver.owner?.trim()) missing.push('it has no owner');
  if (waiver.expires === null || !isCalendarDate(waiver.expires)) {
    const written = waiver.expires ?? waiver.expiresWritten;
    missing.push(written ? `"${written}" is no day of the form YYYY-MM-DD` : 'it has no last day (expires)');
  }
  return missing;
}

function problem(waiver: Waiver, code: string, message: string, help: string): Problem {
  return { code, severity: 'invalid', ...waiver.declaredAt, message, help };
}

function unused(waiver: Waiver): Finding {
  return {
    code: 'waiver/unused',
    ruleId: waiver.ruleId,
    file: waiver.declaredAt.file,
    line: waiver.declaredAt.line,
    message: `The waiver of ${waiver.ruleId} exempts nothing.`,
    help: 'Drop it: what it excused is gone, or its files are written wrongly.',
  };
}
