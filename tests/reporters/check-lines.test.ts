import { describe, expect, it } from 'vitest';
import { checkAgent } from '../../src/reporters/check-agent.js';
import { checkCompact } from '../../src/reporters/check-compact.js';
import { checkJson } from '../../src/reporters/check-json.js';
import { checkJsonl } from '../../src/reporters/check-jsonl.js';
import { absenceOf, PLAIN, reportOf, violationsIn } from '../support/check-report.js';
import { forbidden, makeRule, required } from '../support/make-rule.js';
import { hinted } from './hostile-reports.js';

const hard = makeRule({ id: 'SEC-1' }, forbidden(/HIT/, { message: 'No hits.', autoFix: hinted('Use a miss.') }));
const soft = makeRule({ id: 'SOFT', severity: 'warning' }, required(/x/, { message: 'Needs x' }));
const violations = [...violationsIn('src/a.ts', 'HIT\n HIT', hard), absenceOf(soft, 'src/b.ts')];
const [first] = violations;
if (!first) throw new Error('the fixture must violate');
const report = {
  ...reportOf(violations, {
    problems: [
      {
        code: 'contract/yaml',
        severity: 'invalid',
        file: 'c.yml',
        line: 3,
        column: 7,
        message: 'Bad.',
        help: 'Quote it.',
      },
    ],
    findings: [
      { code: 'scope/empty', ruleId: 'SOFT', file: null, line: null, message: 'Selects nothing.', help: null },
    ],
  }),
  outlooks: new Map([[first, { source: 'auto_fix', tier: null, confidence: null }]]),
};

describe('compact', () => {
  it('is one line a violation, problem and finding', () => {
    expect(checkCompact.render(report, PLAIN)).toBe(
      `src/a.ts:1:1: error SEC-1 No hits.
src/a.ts:2:2: error SEC-1 No hits.
src/b.ts: warning SOFT Needs x (nothing in this file matches /x/)
c.yml:3:7: error contract/yaml Bad. Fix: Quote it.
specflow: note scope/empty SOFT: Selects nothing.
`,
    );
  });

  it('keeps what a finding says apart from what explains it', () => {
    const message = 'Rules matched nothing, …and 2 more';
    const finding = {
      code: 'rules/silent',
      ruleId: null,
      file: null,
      line: null,
      message,
      help: 'They guard nothing.',
    };
    expect(checkCompact.render(reportOf([], { findings: [finding] }), PLAIN)).toBe(
      `specflow: note rules/silent ${message}. Help: They guard nothing.\n`,
    );
  });

  it('is silent where all is well, and about findings when quiet', () => {
    expect(checkCompact.render(reportOf([]), PLAIN)).toBe('');
    expect(checkCompact.render(report, { ...PLAIN, quiet: true })).not.toContain('note');
  });

  it.each([
    ['::error::x.ts', '\\x3a:error::x.ts:1:1: error'],
    ['  ::add-mask::x', '  \\x3a:add-mask::x:1:1: error'],
    ['a##[group]b', 'a\\x23#[group]b:1:1: error'],
    ['##vso[x]', '\\x23#vso[x]:1:1: error'],
    ['a ## [b]', 'a ## [b]:1:1: error'],
  ])('makes no command of a file named %j', (file, start) => {
    expect(checkCompact.render(reportOf(violationsIn(file, 'HIT', hard)), PLAIN)).toBe(`${start} SEC-1 No hits.\n`);
  });
});

describe('agent', () => {
  it('says once what a rule wants, then only where it is broken', () => {
    expect(checkAgent.render(report, PLAIN)).toBe(
      `src/a.ts:1:1 SEC-1 No hits. Fix: Use a miss. [heal]
src/a.ts:2:2 SEC-1
src/b.ts warning SOFT Needs x (nothing in this file matches /x/)
c.yml:3:7 contract/yaml Bad. Fix: Quote it.
specflow: 2 errors, 1 warning, 1 problem; [heal] = specflow heal has a fix to try; 1 finding: --format pretty
`,
    );
  });

  it('is one line where all is well, and nothing when quiet', () => {
    expect(checkAgent.render(reportOf([]), PLAIN)).toBe('specflow: clean, 41 files, 6 rules\n');
    expect(checkAgent.render(reportOf([]), { ...PLAIN, quiet: true })).toBe('');
  });

  it('is not called clean where a strict run fails by what is no violation', () => {
    const strict = [
      { kind: 'finding' as const, id: 'scope/empty', file: null, line: null, message: 'Selects nothing.' },
    ];
    expect(checkAgent.render({ ...reportOf([]), strict }, PLAIN)).toBe('specflow: 1 thing that --strict fails on\n');
  });

  it('does not offer to mend what is exempt', () => {
    const exempt = { ...first, exemption: { kind: 'waiver' as const, reason: 'r', expires: null } };
    const outlooks = new Map([[exempt, { source: 'auto_fix', tier: null, confidence: null }]]);
    expect(checkAgent.render({ ...reportOf([exempt]), outlooks }, PLAIN)).toBe('specflow: clean, 41 files, 6 rules\n');
  });
});

describe('jsonl', () => {
  it('holds the objects of json, one a line, and ends with the summary', () => {
    const whole = JSON.parse(checkJson.render(report, PLAIN));
    const lines = checkJsonl
      .render(report, PLAIN)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const typed = (type: string, items: readonly object[]): object[] => items.map((item) => ({ type, ...item }));
    expect(lines).toEqual([
      ...typed('violation', whole.violations),
      ...typed('problem', whole.problems),
      ...typed('finding', whole.findings),
      { type: 'summary', schemaVersion: 1, tool: whole.tool, ...whole.summary },
    ]);
  });
});
