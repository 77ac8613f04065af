import type { Example } from '../../model/contract.js';
import type { Problem } from '../../model/problem.js';
import { problemOf } from '../../reporters/check-json.js';
import { printJson } from '../../reporters/print-json.js';
import { type Counts, reasonOf, type TestedRule } from './tested-rule.js';

export function testJson(tested: readonly TestedRule[], summary: Counts, problems: readonly Problem[]): string {
  return printJson({ schemaVersion: 1, summary, rules: tested.map(testedOf), problems: problems.map(problemOf) });
}

function testedOf({ rule, examples, disagreements, caughtAlone, unmended }: TestedRule): object {
  const failed = disagreements.length > 0;
  return {
    ruleId: rule.id,
    contract: rule.contractId,
    contractFile: rule.declaredAt.file,
    line: rule.declaredAt.line,
    status: failed ? 'failed' : examples === 0 ? 'no-examples' : 'passed',
    examples,
    failures: disagreements.map((each) => ({ kind: each.kind, reason: reasonOf(each), ...placeOf(each.example) })),
    caughtAlone: caughtAlone.map(placeOf),
    unmended: unmended.map(({ example, gate, reason }) => ({ gate, reason, ...placeOf(example) })),
  };
}

function placeOf({ text, declaredAt: { file, line } }: Example): object {
  return { file, line, example: text };
}
