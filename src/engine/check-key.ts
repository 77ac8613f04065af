import type { Check, Rule } from '../model/contract.js';

/** Names a check over all contracts: rule ids are unique, and (rule id, index) names a check. */
export function checkKey(rule: Rule, check: Check): string {
  return `${check.index} ${rule.id}`;
}
