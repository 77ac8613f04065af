import { type EnforceRequest, enforce } from './enforce.js';
import { pickRules } from './engine/pick-rules.js';
import type { CheckResult } from './model/check-result.js';
import type { Rule } from './model/contract.js';
import { speaksOfSecrets } from './model/speaks-of-secrets.js';

/**
 * What rules about secrets that a check was not asked for find in the files in which it found something: what is said
 * and kept about those files must show none of it.
 * @param found what was asked for
 */
export function secretsBeside(
  found: CheckResult,
  request: EnforceRequest,
): Pick<CheckResult, 'violations' | 'problems'> {
  const asked = new Set(pickRules(request.contracts, request.only ?? {}));
  const files = new Set(found.violations.flatMap(({ file }) => file ?? []));
  const beside = secretsIn(files, request, (rule) => !asked.has(rule));
  // Where it could not look, a secret may be shown: that is said, once.
  const told = new Set(found.problems.map((problem) => JSON.stringify(problem)));
  return {
    violations: beside.violations,
    problems: beside.problems.filter(
      (problem) => problem.severity === 'incomplete' && !told.has(JSON.stringify(problem)),
    ),
  };
}

/** What rules about secrets find in some files. */
export function secretsIn(
  files: ReadonlySet<string>,
  request: EnforceRequest,
  isWanted: (rule: Rule) => boolean = () => true,
): Pick<CheckResult, 'violations' | 'problems'> {
  const ruleIds = request.contracts.contracts
    .flatMap(({ rules }) => rules)
    .filter((rule) => isWanted(rule) && rule.checks.some((check) => speaksOfSecrets(rule, check)))
    .map(({ id }) => id);
  if (ruleIds.length === 0 || files.size === 0) return { violations: [], problems: [] };
  return enforce({ ...request, only: { ruleIds, changed: files } });
}
