import type { Advice, Example, Rule } from '../../model/contract.js';
import type { Finding } from '../../model/finding.js';
import type { Problem } from '../../model/problem.js';
import type { ContractSource } from '../contract-source.js';
import type { RuleSource } from '../dialects/dialect.js';
import type { Complaint } from '../problem-catalogue.js';
import { fieldOf, itemsOf, scalarOf, textOf, textsOf, type YamlNode } from '../yaml/yaml-node.js';
import { compileChecks } from './compile-checks.js';
import { readScope } from './read-scope.js';
import { readSeverity } from './read-severity.js';

/** What rules take from the contract they stand in. */
export interface RuleFrame {
  readonly source: ContractSource;
  readonly contractId: string;
  /** The contract's own scope, for rules without one. */
  readonly scope: YamlNode | null;
}

export type CompiledRule =
  | { readonly kind: 'rule'; readonly rule: Rule; readonly warnings: readonly Problem[] }
  | { readonly kind: 'advice'; readonly advice: Advice }
  | { readonly kind: 'prose'; readonly finding: Finding }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** A rule whose shape the schema has passed. One that is wrong in part is refused whole, with all its problems. */
export function compileRule({ node, tier, origin }: RuleSource, frame: RuleFrame): CompiledRule {
  const { source } = frame;
  const problems = new Map<string, Problem>();
  const report = (where: YamlNode, complaint: Complaint): void => {
    // An auto_fix of the rule is read once for each pattern, and says the same each time.
    problems.set(`${where.range.start} ${complaint.message}`, source.problem(where.range, complaint));
  };
  const id = textOf(node, 'id') ?? '';
  const givenTitle = textOf(node, 'title', 'name', 'rule', 'description')?.replace(/\s+/g, ' ') ?? null;
  const title = givenTitle ?? id;
  const declaredAt = source.placeOf((scalarOf(node, 'id') ?? node).range);
  const checks = compileChecks(node, { source, title: givenTitle, report });
  const isRefused = (): boolean => [...problems.values()].some(({ severity }) => severity === 'invalid');
  if (checks.length === 0 && !isRefused()) {
    return tier === 'soft'
      ? { kind: 'advice', advice: { ...adviceOf(node), id, title, declaredAt } }
      : { kind: 'prose', finding: proseOf(node, id, source) };
  }
  const scope = readScope(node, frame.scope, report);
  if (!scope || isRefused()) return { kind: 'refused', problems: [...problems.values()] };
  const rule: Rule = {
    id,
    title,
    severity: readSeverity(node) ?? (tier === 'soft' ? 'warning' : 'error'),
    contractId: frame.contractId,
    origin,
    scope,
    checks,
    exampleViolations: examplesOf(node, source, 'example_violation', 'example_violations'),
    exampleCompliant: examplesOf(node, source, 'example_compliant', 'example_compliants'),
    declaredAt,
  };
  return { kind: 'rule', rule, warnings: [...problems.values()] };
}

function adviceOf(node: YamlNode): Pick<Advice, 'suggestion' | 'mayBendIf'> {
  const suggestions = textsOf(node, 'suggestion', 'suggested_behavior');
  return {
    suggestion: suggestions.length > 0 ? suggestions.map((text) => text.trim()).join('\n') : null,
    mayBendIf: textsOf(node, 'llm_may_bend_if', 'llm_may_adjust_if'),
  };
}

function proseOf(node: YamlNode, id: string, source: ContractSource): Finding {
  return source.finding(node.range, {
    code: 'rule/nothing-enforceable',
    ruleId: id,
    message: `The rule ${id} has no pattern, so nothing is enforced for it.`,
    help: 'Give it forbidden_patterns or required_patterns under `behavior`, or move it to `soft`.',
  });
}

function examplesOf(rule: YamlNode, source: ContractSource, ...keys: readonly string[]): readonly Example[] {
  return [fieldOf(rule, 'behavior'), fieldOf(rule, 'behavior_spec'), rule].flatMap((holder) =>
    keys
      .flatMap((key) => itemsOf(holder, key))
      .flatMap((item) => (item.kind === 'scalar' ? [{ text: item.text, declaredAt: source.placeOf(item.range) }] : [])),
  );
}
