import { describe, expect, it } from 'vitest';
import { checkText } from '../../src/engine/check-text.js';
import { conclude } from '../../src/engine/conclude.js';
import { applyWaivers } from '../../src/exemptions/apply-waivers.js';
import type { Contract } from '../../src/model/contract.js';
import type { Waiver } from '../../src/model/exemption.js';
import { forbidden, makeRule, required, scopeOf } from '../support/make-rule.js';

const RULE = makeRule({ id: 'SEC-001' }, forbidden(/eval/), required(/auth/));

const complete: Waiver = {
  ruleId: 'SEC-001',
  reason: 'legacy',
  owner: '@ana',
  expires: '2026-12-01',
  expiresWritten: '2026-12-01',
  trackingIssue: null,
  approvedBy: null,
  files: [],
  declaredAt: { file: 'contracts/test.yml', line: 9, column: 5 },
};

function waive(waivers: readonly Partial<Waiver>[], today = '2026-11-21', isFullyChecked = true) {
  const contract: Contract = {
    id: 'test',
    file: 'contracts/test.yml',
    version: null,
    owner: null,
    rules: [RULE],
    advice: [],
    waivers: waivers.map((waiver) => ({ ...complete, ...waiver })),
  };
  const violations = [
    ...['src/a.ts', 'src/b.ts'].flatMap((path) => checkText({ path, text: 'eval' }, [RULE]).violations),
    ...conclude([{ rule: RULE, files: 2, unseen: 0 }], { satisfied: new Set(), undecided: new Set() }).violations,
  ];
  const compileScope = (globs: readonly string[]) => scopeOf(...globs);
  const result = applyWaivers({
    violations,
    contracts: [contract],
    today,
    isFullyChecked: () => isFullyChecked,
    compileScope,
  });
  expect(result.violations).toHaveLength(violations.length);
  return {
    exempt: result.violations.filter(({ exemption }) => exemption).map(({ file }) => file),
    problems: result.problems.map(({ code, line, message }) => ({ code, line, message })),
    findings: result.findings.map(({ code }) => code),
    result,
  };
}

describe('applyWaivers', () => {
  it('marks every violation of its rule, and keeps the reason', () => {
    const { exempt, problems, findings, result } = waive([{}]);
    expect([exempt, problems, findings]).toEqual([['src/a.ts', 'src/b.ts', null], [], []]);
    expect(result.violations[0]?.exemption).toEqual({ kind: 'waiver', reason: 'legacy', expires: '2026-12-01' });
  });

  it('marks only files it names; an absence lies in no file', () => {
    expect(waive([{ files: ['src/a.*'] }]).exempt).toEqual(['src/a.ts']);
    expect(waive([{ files: ['src/**', '!src/a.ts'] }]).exempt).toEqual(['src/b.ts']);
  });

  it.each([
    ['holds on its last day', '2026-12-01', 3, []],
    ['is expired a day later', '2026-12-02', 0, ['waiver/expired']],
    ['is expired a year later', '2027-01-01', 0, ['waiver/expired']],
  ])('%s', (_, today, count, codes) => {
    const { exempt, problems } = waive([{}], today);
    expect([exempt.length, problems.map(({ code }) => code)]).toEqual([count, codes]);
    if (codes.length > 0) expect(problems[0]?.message).toContain('2026-12-01');
  });

  it.each([
    ['no rule', { ruleId: ' ' }, /names no rule/],
    ['no reason', { reason: null }, /no reason/],
    ['a blank reason', { reason: '  ' }, /no reason/],
    ['no owner', { owner: null }, /no owner/],
    ['no day', { expires: null, expiresWritten: null }, /no last day/],
    ['a text for a day', { expires: null, expiresWritten: 'soon' }, /"soon"/],
    ['a day that does not exist', { expires: '2026-02-30' }, /"2026-02-30"/],
    ['a day in another form', { expires: '2026-2-3' }, /"2026-2-3"/],
    ['a time', { expires: '2026-12-01T00:00:00Z' }, /"2026-12-01T/],
    [
      'nothing at all',
      { reason: null, owner: null, expires: null, expiresWritten: null },
      /reason; it has no owner; it has no last day/,
    ],
  ])('exempts nothing with %s, and says where and why', (_, flaw, message) => {
    const { exempt, problems, findings } = waive([flaw]);
    expect([exempt, findings]).toEqual([[], []]);
    expect(problems).toEqual([{ code: 'waiver/incomplete', line: 9, message: expect.stringMatching(message) }]);
  });

  it('knows a leap day', () => {
    expect(waive([{ expires: '2028-02-29' }]).exempt).toHaveLength(3);
    expect(waive([{ expires: '2027-02-29' }]).problems).toHaveLength(1);
  });

  it('names the rule a misspelt id may mean', () => {
    const { problems, result } = waive([{ ruleId: 'SEC-01' }]);
    expect(problems).toMatchObject([{ code: 'waiver/unknown-rule' }]);
    expect(result.problems[0]?.help).toBe('Did you mean SEC-001?');
  });

  it('reports a waiver that nothing needs, if its rule was checked in full', () => {
    expect(waive([{ files: ['lib/**'] }]).findings).toEqual(['waiver/unused']);
    expect(waive([{ files: ['lib/**'] }], undefined, false).findings).toEqual([]);
  });

  it('lets the first of two waivers give its reason; the second is not idle', () => {
    const { result, findings } = waive([{}, { reason: 'another' }]);
    expect([result.violations[0]?.exemption?.reason, findings]).toEqual(['legacy', []]);
  });
});
