import type { Contract, Rule } from '../../model/contract.js';
import { type Problem, usageError } from '../../model/problem.js';
import { nearestName } from '../../model/suggest.js';

/** What a run is restricted to; everything when left out. */
export interface RuleChoice {
  readonly ruleIds?: readonly string[] | undefined;
  readonly contractIds?: readonly string[] | undefined;
}

/** What was read, and what could not be. */
interface Loaded {
  readonly contracts: readonly Contract[];
  readonly problems: readonly Problem[];
}

/**
 * The rules of the chosen contracts and ids, in the order of the contracts.
 * @throws UsageError for an id nobody has: a misspelt rule must not look like a clean one. Where a contract could not be
 *   read it may be there, and what is wrong with the contract is what has to be said.
 */
export function pickRules({ contracts, problems }: Loaded, choice: RuleChoice): readonly Rule[] {
  const { ruleIds, contractIds } = choice;
  const isBroken = problems.some(({ severity }) => severity === 'invalid');
  for (const id of contractIds ?? []) {
    if (!isBroken && !contracts.some((contract) => contract.id === id))
      throw unknown(
        'contract',
        id,
        contracts.map((c) => c.id),
      );
  }
  const chosen = contracts.filter((contract) => !contractIds || contractIds.includes(contract.id));
  const rules = chosen.flatMap((contract) => contract.rules);
  const advice = chosen.flatMap((contract) => contract.advice);
  for (const id of ruleIds ?? []) {
    if (isBroken || rules.some((rule) => rule.id === id)) continue;
    if (advice.some((rule) => rule.id === id)) throw onlyAdvice(id);
    const home = contracts.find((contract) => [...contract.rules, ...contract.advice].some((rule) => rule.id === id));
    if (home) throw inOtherContract(id, home.id);
    throw unknown(
      'rule',
      id,
      rules.map((rule) => rule.id),
    );
  }
  return ruleIds ? rules.filter((rule) => ruleIds.includes(rule.id)) : rules;
}

function unknown(what: 'rule' | 'contract', id: string, known: readonly string[]): Error {
  const near = nearestName(id, known);
  const help = near ? `Did you mean ${near}?` : listOf(what, known);
  return usageError(`usage/unknown-${what}`, `There is no ${what} called ${id}.`, help);
}

function listOf(what: 'rule' | 'contract', known: readonly string[]): string {
  if (known.length === 0) return `No ${what} was loaded.`;
  return `Known: ${known.slice(0, 8).join(', ')}${known.length > 8 ? `, and ${known.length - 8} more` : ''}`;
}

function inOtherContract(id: string, contractId: string): Error {
  return usageError(
    'usage/unknown-rule',
    `${id} is no rule of the contracts that were asked for.`,
    `It is a rule of ${contractId}.`,
  );
}

function onlyAdvice(id: string): Error {
  return usageError(
    'usage/rule-is-advice',
    `${id} has no pattern, so there is nothing to check.`,
    `See: specflow explain ${id}`,
  );
}
