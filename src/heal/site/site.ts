import type { Check, Rule } from '../../model/contract.js';
import type { Place, Violation } from '../../model/violation.js';

/** What is healed as one: a violation, with those of the same rule that lie inside its match. */
export interface Site {
  readonly rule: Rule;
  readonly file: string;
  /** Outermost first, never empty. */
  readonly members: readonly [Member, ...Member[]];
}

export interface Member {
  /** As it was reported. */
  readonly violation: Violation;
  readonly check: Check;
  /** Where it is in the text at hand; null where it is an absence. */
  readonly place: Place | null;
}

/** @throws our own bug: a violation always names a check of its rule */
export function memberOf(violation: Violation): Member {
  const check = violation.rule.checks.find(({ index }) => index === violation.checkIndex);
  if (check === undefined) throw new Error(`${violation.rule.id} has no check ${violation.checkIndex}`);
  return { violation, check, place: violation.place };
}
