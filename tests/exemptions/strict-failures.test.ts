import { expect, it } from 'vitest';
import { checkText } from '../../src/engine/check-text.js';
import { strictFailures } from '../../src/exemptions/strict-failures.js';
import type { CheckResult } from '../../src/model/check-result.js';
import type { Problem } from '../../src/model/problem.js';
import type { Violation } from '../../src/model/violation.js';
import { forbidden, makeRule } from '../support/make-rule.js';

const [warning, error] = (['warning', 'error'] as const).map(
  (severity) =>
    checkText({ path: 'a.ts', text: 'eval' }, [makeRule({ id: severity, severity }, forbidden(/eval/))]).violations[0],
);
const problem = (severity: Problem['severity']): Problem => ({
  code: `p/${severity}`,
  severity,
  file: 'c.yml',
  line: 2,
  column: 1,
  message: 'm',
  help: null,
});
const finding = (code: string) => ({ code, ruleId: null, file: 'c.yml', line: 1, message: 'm', help: null });

function failures(more: Partial<CheckResult>): string[] {
  const result: CheckResult = { files: 1, rules: 1, violations: [], problems: [], findings: [], ...more };
  return strictFailures(result).map(({ id, file, line }) => `${id} ${file}:${line}`);
}

it('names warnings, but neither errors, which fail anyway, nor what is exempt', () => {
  const exempt = { ...warning, exemption: { kind: 'baseline', reason: 'r', expires: null } } as Violation;
  const violations = [warning, error, exempt].filter((each) => each !== undefined);
  expect(failures({ violations })).toEqual(['warning a.ts:1']);
  const problems = [problem('warning'), problem('incomplete'), problem('invalid')];
  expect(failures({ problems })).toEqual(['p/warning c.yml:2']);
});

it.each([
  ['scope/empty', true],
  ['scope/inert-glob', true],
  ['contract/inert-glob', true],
  ['contract/not-selected', true],
  ['contract/no-rule', true],
  ['contract/nothing-enforceable', false],
  ['rule/nothing-enforceable', true],
  ['waiver/unused', true],
  ['suppression/unused', true],
  ['suppression/malformed', true],
  ['suppression/not-allowed', true],
  ['baseline/stale', true],
  ['baseline/not-staged', true],
  ['file/binary', false],
  ['review/gold', false],
])('the finding %s is one: %s', (code, isOne) => {
  expect(failures({ findings: [finding(code)] })).toEqual(isOne ? [`${code} c.yml:1`] : []);
});
