import { type EnforceRequest, enforce } from '../enforce.js';
import { pickRules } from '../engine/pick-rules.js';
import type { CheckResult } from '../model/check-result.js';
import { speaksOfSecrets } from '../model/speaks-of-secrets.js';

/**
 * What rules about secrets that a check was not asked for find in the files in which it found something: what is said
 * and kept about those files must show none of it.
 * @param found what was asked for
 */
export function secretsBeside(
  found: CheckResult,
  request: EnforceRequest,
): Pick<CheckResult, 'violations' | 'problems'> {
  const { contracts } = request.contracts;
  const asked = new Set(pickRules(contracts, request.only ?? {}));
  const ruleIds = contracts
    .flatMap(({ rules }) => rules)
    .filter((rule) => !asked.has(rule) && rule.checks.some((check) => speaksOfSecrets(rule, check)))
    .map(({ id }) => id);
  const files = new Set(found.violations.flatMap(({ file }) => file ?? []));
  if (ruleIds.length === 0 || files.size === 0) return { violations: [], problems: [] };
  const beside = enforce({ ...request, only: { ruleIds, changed: files } });
  // Where it could not look, a secret may be shown: that is said, once.
  const told = new Set(found.problems.map((problem) => JSON.stringify(problem)));
  return {
    violations: beside.violations,
    problems: beside.problems.filter(
      (problem) => problem.severity === 'incomplete' && !told.has(JSON.stringify(problem)),
    ),
  };
}
