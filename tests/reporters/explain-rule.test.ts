import { describe, expect, it } from 'vitest';
import type { AutoFix } from '../../src/model/auto-fix.js';
import type { Contract, Rule } from '../../src/model/contract.js';
import { explainAdvice, explainRule } from '../../src/reporters/explain-rule.js';
import { PLAIN } from '../support/check-report.js';
import { makeAutoFix } from '../support/make-auto-fix.js';
import { domains, forbidden, makeRule, required } from '../support/make-rule.js';

const WIDE = { ...PLAIN, width: 200 };
const DECLARED = { file: 'contracts/test.yml', line: 7, column: 1 };
const hintOnly = makeAutoFix({ hint: 'Read it from the environment', declaredAt: DECLARED });
const contractOf = (rule: Rule, more: Partial<Contract> = {}): Contract => ({
  id: 'security',
  file: 'contracts/test.yml',
  version: '1',
  owner: 'platform',
  rules: [rule],
  advice: [],
  waivers: [],
  ...more,
});
const explain = (rule: Rule, more: Partial<Contract> = {}, style = WIDE): string =>
  explainRule({ rule, contract: contractOf(rule, more), storedFixes: [] }, style);

describe('explainRule', () => {
  it.each([
    ['a forbidden pattern', forbidden(/x/i), 'forbidden /x/i'],
    ['one that counts in code only', forbidden(/x/, { match: 'code' }), 'forbidden /x/ (in code only)'],
    ['a required pattern', required(/x/), 'required in at least one file /x/'],
    ['one of every file', required(/x/, { require: 'every' }), 'required in every file /x/'],
    ['allowed hosts', domains('allow', ['a.io', '*.b.io']), 'only hosts a.io, *.b.io'],
    ['forbidden hosts', domains('forbid', ['a.io']), 'no host of a.io'],
  ])('tells %s', (_, check, line) => {
    expect(explain(makeRule({}, check))).toContain(`\n  ${line}\n`);
  });

  it('says which fix would be made, and when', () => {
    const autoFix: AutoFix = {
      ...hintOnly,
      template: 'process.env.${UPPER_SNAKE_CASE_NAME}',
      safety: 'unsafe',
      when: [{ name: 'value', argument: 'string-literal' }],
    };
    const text = explain(makeRule({}, forbidden(/x/, { autoFix })));
    expect(text).toContain(
      'auto_fix: replace with process.env.${UPPER_SNAKE_CASE_NAME} (unsafe: suggested, not applied)',
    );
    expect(text).toContain('hint: Read it from the environment');
    expect(text).toContain('only when value: string-literal');
  });

  it('reads as the contract was written', () => {
    const findReplace = { find: /console\.log/g, written: 'console.log', replace: 'log.info' };
    const autoFix = makeAutoFix({ findReplace, importLine: 'import { log } from "./log.js";' });
    expect(explain(makeRule({}, forbidden(/x/, { autoFix })))).toContain(
      'auto_fix: replace console.log by log.info; import { log } from "./log.js";\n',
    );
  });

  it.each([
    ['a hint alone', forbidden(/x/, { autoFix: hintOnly }), 'auto_fix has only a hint'],
    ['nothing', forbidden(/x/), 'Nothing is known that mends it'],
  ])('says that %s heals nothing', (_, check, part) => {
    expect(explain(makeRule({}, check))).toContain(part);
  });

  it('says once what mends several checks, and of which it is where others are mended otherwise', () => {
    const replaces = makeAutoFix({ findReplace: { find: /\)$/gi, replace: ', 10)' } });
    const checks = [forbidden(/a/, { autoFix: hintOnly }), forbidden(/b/, { autoFix: { ...hintOnly } })];
    const heal = (rule: Rule): string => explain(rule).replace(/^[\s\S]*\nHeal\n/, '');
    expect(heal(makeRule({}, ...checks))).toMatch(/^ {2}auto_fix has only a hint.*\n {4}hint: .*\n {2}A fix is kept/);
    expect(heal(makeRule({}, ...checks, forbidden(/c/, { autoFix: replaces })))).toMatch(
      /hint: .*\n {4}for \/a\/, \/b\/\n {2}auto_fix: replace \/\\\)\$\/i by , 10\)\n {4}for \/c\/\n/,
    );
  });

  it('shows the waivers of the rule, complete or not', () => {
    const waiver = {
      ruleId: 'RULE-1',
      reason: null,
      owner: '@ana',
      expires: '2026-12-01',
      expiresWritten: '2026-12-01',
      trackingIssue: null,
      approvedBy: null,
      files: ['src/legacy/**'],
      declaredAt: DECLARED,
    };
    const other = { ...waiver, ruleId: 'RULE-2', owner: '@bob' };
    const text = explain(makeRule({}, forbidden(/x/)), { waivers: [waiver, other] });
    expect(text).toContain('src/legacy/** until 2026-12-01, owner @ana: no reason given');
    expect(text).not.toContain('@bob');
  });

  it('stays within the width and lets no control character through', () => {
    const rule = makeRule({ title: `${'long '.repeat(40)}\u001b[31m` }, forbidden(/x/, { message: 'm\u202e' }));
    const text = explain(rule, {}, PLAIN);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(text).not.toMatch(/[\u001b\u202e]/);
  });

  it('says of advice that nothing is enforced', () => {
    const advice = { id: 'A-1', title: 'Prefer', suggestion: 'Do\nthis', mayBendIf: ['tests'], declaredAt: DECLARED };
    const text = explainAdvice(advice, contractOf(makeRule({})), WIDE);
    expect(text).toContain('nothing is enforced');
    expect(text).toContain('Suggestion\n  Do\n  this\n\nMay bend if\n  tests\n');
  });
});
