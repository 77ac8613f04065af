import type { Bounded } from '../../model/bounded.js';
import type { Rule } from '../../model/contract.js';
import type { Finding } from '../../model/finding.js';
import type { Violation } from '../../model/violation.js';
import type { IsCode } from '../check-source.js';
import { judgeExamples } from '../examples/judge-examples.js';

/** What a whole check saw of a project. */
export interface CheckedFiles {
  /** Every rule that was asked. */
  readonly rules: readonly Rule[];
  /** Every file that was judged. */
  readonly files: readonly string[];
  /** All of them, exempt ones too. */
  readonly violations: readonly Violation[];
  /** Ids of rules that found something before, as far as anybody wrote it down. */
  readonly fired: ReadonlySet<string>;
}

/**
 * Rules that forbid something and were never seen to do so: they find nothing in the files of their scope, and no example
 * of theirs shows that they could. That may be the success of a rule, or a pattern that matches nothing anybody writes.
 * @param milliseconds a rule may take for its examples; one that takes longer is not told of
 */
export function findSilentRules(
  { rules, files, violations, fired }: CheckedFiles,
  isCode: IsCode,
  bounded: Bounded,
  milliseconds: number,
): readonly Finding[] {
  const known = new Set([...fired, ...violations.map(({ rule }) => rule.id)]);
  return rules.flatMap((rule) => {
    const forbids = rule.checks.some(({ kind }) => kind !== 'required-pattern');
    if (!forbids || rule.origin !== 'pattern' || known.has(rule.id) || rule.scope.select(files).length === 0) return [];
    if (rule.exampleViolations.length === 0) return [silent(rule, NO_EXAMPLE)];
    const answer = bounded(() => judgeExamples(rule, isCode), milliseconds);
    if (answer.kind === 'timeout') return [];
    const { disagreements, caughtAlone } = answer.value;
    const missed = disagreements.filter(({ kind }) => kind === 'not-caught').length;
    if (missed + caughtAlone.length < rule.exampleViolations.length) return [];
    return [silent(rule, caughtAlone.length > 0 ? ONLY_ALONE : EXAMPLE_MISSED)];
  });
}

const NO_EXAMPLE = {
  why: 'it has no example_violation that would show that it can',
  help: 'Give it an example_violation, which `specflow test` then holds it to.',
};

const EXAMPLE_MISSED = {
  why: 'it does not catch its own example_violation either',
  help: 'Correct its pattern or its example; see `specflow test`.',
};

const ONLY_ALONE = {
  why: 'it catches its example_violation only as a text of its own, not among other lines',
  help: 'Give its pattern the flag `m`, so that ^ and $ mean the start and end of each line.',
};

function silent(rule: Rule, { why, help }: typeof NO_EXAMPLE): Finding {
  return {
    code: 'rule/never-fires',
    ruleId: rule.id,
    file: rule.declaredAt.file,
    line: rule.declaredAt.line,
    message: `${rule.id} finds nothing in the project, and ${why}.`,
    help,
  };
}
