import type { Check, Rule } from '../model/contract.js';
import type { FixPattern } from '../model/fix-pattern.js';
import { liftAutoFix, liftedPrefix } from './lift-auto-fix.js';
import { remedyKey } from './remedy-key.js';

/**
 * Whether a pattern was lifted from the `auto_fix` of a check that by now says something else, says that it is unsafe,
 * or says nothing: what its owner took back must not live on in a store. Patterns of any other origin are never outdated.
 */
export function isOutdatedLift(pattern: FixPattern, rule: Rule, check: Check): boolean {
  if (!isLifted(pattern)) return false;
  const now = liftAutoFix(rule, check, pattern.created);
  return now === null || remedyKey({ ...now, description: pattern.description }) !== remedyKey(pattern);
}

/** By its id, which ends in the number of a check; that of a pattern learnt from examples ends in eight digits. */
function isLifted({ id, ruleId, provenance }: FixPattern): boolean {
  const prefix = liftedPrefix(ruleId);
  return provenance === 'learnt' && id.startsWith(prefix) && /^\d{1,4}$/.test(id.slice(prefix.length));
}

/** Whether no check of a rule says any more what a pattern was lifted from. */
export function isOutdatedIn(pattern: FixPattern, rule: Rule): boolean {
  return rule.checks.every((check) => isOutdatedLift(pattern, rule, check));
}

export const OUTDATED_STANDING = 'left out: the contract it was learnt from now says otherwise';
