import type { Advice, Rule } from '../../model/contract.js';
import type { Finding } from '../../model/finding.js';
import type { Problem } from '../../model/problem.js';
import { checkRuleShape } from '../check-shape.js';
import { problemAt } from '../contract-source.js';
import type { RuleSource } from '../dialects/dialect.js';
import { complaints } from '../problem-catalogue.js';
import { compileRule, type RuleFrame } from './compile-rule.js';
import { checkSeverity } from './read-severity.js';

interface CompiledRules {
  readonly rules: readonly Rule[];
  readonly advice: readonly Advice[];
  readonly problems: readonly Problem[];
  readonly findings: readonly Finding[];
}

/** The rules of one contract, each on its own: what is wrong with one costs no other. */
export function compileRules(sources: readonly RuleSource[], frame: RuleFrame): CompiledRules {
  const rules: Rule[] = [];
  const advice: Advice[] = [];
  const problems: Problem[] = [];
  const findings: Finding[] = [];
  const lines = new Map<string, number>();

  for (const ruleSource of sources) {
    const shape = checkRuleShape(ruleSource.node, frame.source);
    problems.push(...shape);
    if (shape.length > 0) continue;
    const compiled = compileRule(ruleSource, frame);
    switch (compiled.kind) {
      case 'refused':
        problems.push(...compiled.problems);
        break;
      case 'prose':
        findings.push(compiled.finding);
        break;
      case 'rule':
        problems.push(...compiled.warnings, ...checkSeverity(ruleSource.node, compiled.rule.severity, frame.source));
        if (isFirst(compiled.rule)) rules.push(compiled.rule);
        break;
      case 'advice':
        if (isFirst(compiled.advice)) advice.push(compiled.advice);
    }
  }
  return { rules, advice, problems, findings };

  function isFirst({ id, declaredAt }: Rule | Advice): boolean {
    const line = lines.get(id);
    if (line === undefined) {
      lines.set(id, declaredAt.line);
      return true;
    }
    problems.push(problemAt(declaredAt, complaints.duplicateRule(id, `line ${line}`)));
    return false;
  }
}
