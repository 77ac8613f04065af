import { describe, expect, it } from 'vitest';
import { checkText } from '../../src/engine/check-text.js';
import { conclude } from '../../src/engine/conclude.js';
import { applyWaivers } from '../../src/exemptions/apply-waivers.js';
import type { Contract } from '../../src/model/contract.js';
import type { Waiver } from '../../src/model/exemption.js';
import type { Violation } from '../../src/model/violation.js';
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

const EVERYWHERE: readonly Violation[] = [
  ...['src/a.ts', 'src/b.ts'].flatMap((path) => checkText({ path, text: 'eval' }, [RULE]).violations),
  ...conclude([{ rule: RULE, files: 2, unseen: 0 }], { satisfied: new Set(), undecided: new Set() }).violations,
];

function waive(
  waivers: readonly Partial<Waiver>[],
  today = '2026-11-21',
  isFullyChecked = true,
  violations = EVERYWHERE,
) {
  const contract: Contract = {
    id: 'test',
    file: 'contracts/test.yml',
    version: null,
    owner: null,
    rules: [RULE],
    advice: [],
    waivers: waivers.map((waiver) => ({ ...complete, ...waiver })),
  };
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

  it('marks nothing of another rule', () => {
    const other = makeRule({ id: 'SEC-002' }, forbidden(/eval/));
    const violations = checkText({ path: 'src/a.ts', text: 'eval' }, [RULE, other]).violations;
    for (const files of [[], ['src/**']]) {
      const { result } = waive([{ files }], undefined, undefined, violations);
      expect(result.violations.filter(({ exemption }) => exemption).map(({ rule }) => rule.id)).toEqual(['SEC-001']);
    }
  });

  it.each<[string, Partial<Waiver>, string, string]>([
    [
      'no rule',
      { ruleId: '' },
      'The waiver does not exempt anything: it names no rule.',
      'Name the rule it is for: invariant_id: SEC-001',
    ],
    [
      'a rule that no id is like',
      { ruleId: 'Q' },
      'The waiver names the rule Q, which no contract has.',
      'Name a rule by its id, or drop the waiver.',
    ],
    [
      'a blank owner',
      { owner: ' ' },
      'The waiver of SEC-001 does not exempt anything: it has no owner.',
      'A waiver needs a reason, an owner and a last day: reason: "…", owner: "@name", expires: YYYY-MM-DD',
    ],
    [
      'a day that is over',
      { expires: '2026-01-31' },
      'The waiver of SEC-001 expired on 2026-01-31.',
      'Mend the violations it covered and drop it, or let @ana set a new day.',
    ],
  ])('with %s says what is wrong and what to do', (_, flaw, message, help) => {
    const place = { file: 'contracts/test.yml', line: 9, column: 5 };
    expect(waive([flaw]).result.problems).toMatchObject([{ severity: 'invalid', ...place, message, help }]);
  });

  it('that exempts nothing says so', () => {
    expect(waive([{ files: ['lib/**'] }]).result.findings).toEqual([
      {
        code: 'waiver/unused',
        ruleId: 'SEC-001',
        file: 'contracts/test.yml',
        line: 9,
        message: 'The waiver of SEC-001 exempts nothing.',
        help: 'Drop it: what it excused is gone, or its files are written wrongly.',
      },
    ]);
  });

  it('lets the first of two waivers give its reason; the second is not idle', () => {
    const { result, findings } = waive([{}, { reason: 'another' }]);
    expect([result.violations[0]?.exemption?.reason, findings]).toEqual(['legacy', []]);
  });
});
