import { type AutoFix, isExecutable, meansText } from '../model/auto-fix.js';
import type { Advice, Check, Contract } from '../model/contract.js';
import type { Waiver } from '../model/exemption.js';
import { CHECK_KINDS } from './check-json.js';
import type { RuleExplanation, StoredFix } from './explain-rule.js';
import { printJson } from './print-json.js';

export interface AdviceOf {
  readonly advice: Advice;
  readonly contract: Contract;
}

/** What `explain` tells, of one rule or of all. */
export function explainJson(rules: readonly RuleExplanation[], advice: readonly AdviceOf[]): string {
  return printJson({ schemaVersion: 1, rules: rules.map(ruleOf), advice: advice.map(adviceOf) });
}

function ruleOf({ rule, contract, storedFixes }: RuleExplanation): object {
  const waivers = contract.waivers.filter(({ ruleId }) => ruleId === rule.id);
  return {
    ruleId: rule.id,
    title: rule.title,
    severity: rule.severity,
    contract: contract.id,
    contractFile: rule.declaredAt.file,
    line: rule.declaredAt.line,
    owner: contract.owner,
    scope: rule.scope.globs,
    checks: rule.checks.map(checkOf),
    exampleViolations: rule.exampleViolations.map(({ text }) => text),
    exampleCompliant: rule.exampleCompliant.map(({ text }) => text),
    fixes: storedFixes.map(({ id, description, confidence, standing }: StoredFix) => ({
      id,
      description,
      confidence,
      standing,
    })),
    waivers: waivers.map(waiverOf),
  };
}

function checkOf(check: Check): object {
  return {
    kind: CHECK_KINDS[check.kind],
    pattern: 'pattern' in check ? check.pattern.written : null,
    match: check.kind === 'forbidden-pattern' ? check.match : null,
    require: check.kind === 'required-pattern' ? check.require : null,
    hosts: check.kind === 'domain' ? { policy: check.policy, names: check.hosts } : null,
    message: check.message,
    autoFix: check.autoFix && autoFixOf(check.autoFix),
  };
}

/** Without what it does, it is a hint for people. */
function autoFixOf(autoFix: AutoFix): object {
  const { strategy, hint, safety, when } = autoFix;
  return {
    strategy,
    does: isExecutable(autoFix) ? meansText(autoFix) : null,
    hint,
    safety,
    when: when.map(({ name, argument }) => (argument === null ? name : `${name}: ${argument}`)),
  };
}

function waiverOf({ reason, owner, expires, files }: Waiver): object {
  return { reason, owner, expires, files };
}

function adviceOf({ advice, contract }: AdviceOf): object {
  return {
    ruleId: advice.id,
    title: advice.title,
    contract: contract.id,
    contractFile: advice.declaredAt.file,
    line: advice.declaredAt.line,
    suggestion: advice.suggestion,
    mayBendIf: advice.mayBendIf,
  };
}
