import { checkText } from '../../src/engine/check-text.js';
import type { Rule } from '../../src/model/contract.js';
import { isCode } from '../../src/syntax/is-code.js';

/** The indexes of the checks of a rule that a piece of code breaks. */
export function brokenChecks(rule: Rule, text: string): ReadonlySet<number> {
  const report = checkText({ path: 'src/example.tsx', text }, [rule], { isCode });
  return new Set(report.violations.map(({ checkIndex }) => checkIndex));
}

/** Where a rule and its own examples disagree, and which of its checks no example breaks. Empty: all is well. */
export function judgeRule(rule: Rule): readonly string[] {
  const complaints: string[] = [];
  const seen = new Set<number>();
  for (const { text } of rule.exampleViolations) {
    const broken = brokenChecks(rule, text);
    for (const index of broken) seen.add(index);
    if (broken.size === 0) complaints.push(`${rule.id} does not see the violation in: ${text}`);
  }
  for (const { text } of rule.exampleCompliant) {
    for (const index of brokenChecks(rule, text))
      complaints.push(`${rule.id} (check ${index}) is broken by the compliant: ${text}`);
  }
  for (const check of rule.checks) {
    if (check.kind === 'forbidden-pattern' && !seen.has(check.index)) {
      complaints.push(`${rule.id}: no example breaks ${check.pattern.written}`);
    }
  }
  return complaints;
}
