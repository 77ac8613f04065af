import type { RuleChoice } from '../../engine/selection/pick-rules.js';

/** Whether no rules were picked out: then those are meant too that no contract has any more. */
export function meansAllRules({ ruleIds, contractIds }: RuleChoice): boolean {
  return ruleIds === undefined && contractIds === undefined;
}

interface RuleOptions {
  readonly rule: readonly string[];
  readonly contract: readonly string[];
}

/** The same choice as words of a command line. */
export function ruleWords({ rule, contract }: RuleOptions): readonly string[] {
  return [...rule.flatMap((id) => ['--rule', id]), ...contract.flatMap((id) => ['--contract', id])];
}

/** What `--rule` and `--contract` restrict a run to. */
export function ruleChoice({ rule, contract }: RuleOptions): RuleChoice {
  return { ruleIds: rule.length > 0 ? rule : undefined, contractIds: contract.length > 0 ? contract : undefined };
}
