import { checkKey } from '../../src/engine/check-key.js';
import type { CheckSource, IsCode } from '../../src/engine/check-source.js';
import { checkText } from '../../src/engine/check-text.js';
import { requiresAny } from '../../src/engine/requires-any.js';
import { fingerprintsOf } from '../../src/engine/violations/fingerprint.js';
import { violationOf } from '../../src/engine/violations/violation-of.js';
import type { Rule } from '../../src/model/contract.js';
import type { Violation } from '../../src/model/violation.js';

export interface RecheckOptions {
  readonly isCode?: IsCode | undefined;
  /** `here`: this text alone has to satisfy required patterns that any file may satisfy. Default `elsewhere`. */
  readonly requiredAny?: 'here' | 'elsewhere';
}

/**
 * For tests that need a violation: those of one rule in one text, with the fingerprints a whole check would give them.
 * @returns null where the rule could not be judged on this text: not evaluated is not a pass
 */
export function recheck(rule: Rule, source: CheckSource, options: RecheckOptions = {}): readonly Violation[] | null {
  const report = checkText(source, [rule], { isCode: options.isCode });
  if (report.problems.length > 0) return null;
  if (options.requiredAny !== 'here') return report.violations;
  const fingerprints = fingerprintsOf(source.path);
  const missing = rule.checks
    .filter(requiresAny)
    .filter((check) => !report.satisfied.includes(checkKey(rule, check)))
    .map((check) => violationOf(rule, check, source.path, null, fingerprints.next(rule.id, check, null)));
  return [...report.violations, ...missing];
}
