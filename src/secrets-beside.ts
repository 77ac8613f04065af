import { type EnforceRequest, enforce } from './enforce.js';
import { pickRules } from './engine/selection/pick-rules.js';
import type { Beside, CheckResult } from './model/check-result.js';
import type { Rule } from './model/contract.js';
import type { Problem } from './model/problem.js';
import { speaksOfSecrets } from './model/speaks-of-secrets.js';

/**
 * What rules about secrets that a check was not asked for find in the files in which it found something: what is said
 * and kept about those files must show none of it.
 * @param found what was asked for
 */
export function secretsBeside(found: CheckResult, request: EnforceRequest): Beside {
  const asked = new Set(pickRules(request.contracts, request.only ?? {}));
  const files = new Set(found.violations.flatMap(({ file }) => file ?? []));
  const beside = secretsIn(files, request, (rule) => !asked.has(rule));
  // Where it could not look, a secret may be shown: that is said, once.
  const blind = beside.problems.filter(({ severity }) => severity === 'incomplete');
  return { violations: beside.violations, problems: untold(blind, found.problems) };
}

/** Each once, without those that were told already. */
export function untold(problems: readonly Problem[], told: readonly Problem[]): readonly Problem[] {
  const known = new Set(told.map((problem) => JSON.stringify(problem)));
  return problems.filter((problem) => known.size < known.add(JSON.stringify(problem)).size);
}

/** What rules about secrets find in some files. */
export function secretsIn(
  files: ReadonlySet<string>,
  request: EnforceRequest,
  isWanted: (rule: Rule) => boolean = () => true,
): Beside {
  const ruleIds = request.contracts.contracts
    .flatMap(({ rules }) => rules)
    .filter((rule) => isWanted(rule) && rule.checks.some((check) => speaksOfSecrets(rule, check)))
    .map(({ id }) => id);
  if (ruleIds.length === 0 || files.size === 0) return { violations: [], problems: [] };
  return enforce({ ...request, only: { ruleIds, changed: files } });
}
