import type { Rule } from '../../model/contract.js';
import type { SuppressionsRead } from '../../model/suppression.js';
import { checkKey } from '../check-key.js';
import type { CheckSource, IsCode } from '../check-source.js';
import { checkText } from '../check-text.js';
import { requiresAny } from '../requires-any.js';
import type { InspectedText, UndecidedCheck, Wants } from './inspection.js';

/**
 * One text, with what it says about each required pattern of a whole scope kept apart: whether that counts depends
 * on other files.
 */
export function inspectText(
  source: CheckSource,
  rules: readonly Rule[],
  wants: Wants,
  isCode: IsCode | undefined,
  suppressions: SuppressionsRead,
): InspectedText {
  const { violations, problems } = checkText(source, rules, {
    isCode,
    wants: (rule, check) => !requiresAny(check) && wants(rule, check),
  });
  const satisfied: string[] = [];
  const undecided: UndecidedCheck[] = [];
  for (const rule of rules) {
    for (const check of rule.checks) {
      if (!requiresAny(check) || !wants(rule, check)) continue;
      const report = checkText(source, [rule], { wants: (_, each) => each === check });
      satisfied.push(...report.satisfied);
      if (report.undecided.length > 0) undecided.push({ key: checkKey(rule, check), problems: report.problems });
    }
  }
  return { kind: 'text', violations, problems, satisfied, undecided, suppressions };
}
