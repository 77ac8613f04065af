import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.js';
import type { Problem } from '../../src/model/problem.js';
import { checkPretty } from '../../src/reporters/check-pretty.js';
import { absenceOf, PLAIN, reportOf, violationsIn } from '../support/check-report.js';
import { forbidden, makeRule, required } from '../support/make-rule.js';

const innerHtml = makeRule({ id: 'SEC-003' }, forbidden(/\.innerHTML\s*=/, { message: 'Unsafe innerHTML' }));
const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1) ?? '';

const problem: Problem = {
  code: 'contract/yaml',
  severity: 'invalid',
  file: 'contracts/x.yml',
  line: 3,
  column: 7,
  message: 'A mapping is not allowed here.',
  help: 'Quote it.',
};
const finding: Finding = {
  code: 'scope/empty',
  ruleId: 'SEC-009',
  file: 'contracts/a.yml',
  line: 4,
  message: 'The scope selects no file.',
  help: null,
};

describe('pretty check report', () => {
  it('shows place, frame, caret, remedy, summary and the next command', () => {
    const text = 'const a = 1;\n\telement.innerHTML = bio;\nreturn a;\n';
    const violations = violationsIn('src/a.tsx', text, innerHtml);
    const [violation] = violations;
    if (!violation) throw new Error('the fixture must violate');
    const outlook = { source: 'pattern:fix-1', tier: 'platinum', confidence: 0.95 };
    const report = { ...reportOf(violations), outlooks: new Map([[violation, outlook]]) };
    expect(checkPretty.render(report, PLAIN)).toBe(
      [
        'src/a.tsx:2:9  error  SEC-003  Unsafe innerHTML',
        '   1 | const a = 1;',
        ' > 2 |     element.innerHTML = bio;',
        '     |            ^^^^^^^^^^^^',
        '   3 | return a;',
        '   = fixable by pattern:fix-1 (platinum 0.95)',
        '',
        'Findings: none',
        '',
        '✖ 1 error in 1 file (41 files, 6 rules)',
        'Next: specflow heal --dry-run  (it has a fix to try for 1 of 1)',
        '',
      ].join('\n'),
    );
  });

  it('says so when all is well', () => {
    expect(checkPretty.render(reportOf([]), PLAIN)).toBe(
      'Findings: none\n\n✔ no violations (41 files, 6 rules)\nNext: nothing to do; every contract holds\n',
    );
  });

  it('names what was required where nothing has it', () => {
    const rule = makeRule({ id: 'AUTH-1', scope: ['src/api/**'] }, required(/authenticate/));
    const text = checkPretty.render(reportOf([absenceOf(rule)]), PLAIN);
    expect(text).toContain('no file  error  AUTH-1  check 0');
    expect(text).toContain('required: /authenticate/, not found in any file of src/api/**');
    expect(lastLine(text)).toBe('Next: specflow explain AUTH-1');
  });

  it('sends to the broken contract first, and counts it', () => {
    const text = checkPretty.render(reportOf([], { problems: [problem] }), PLAIN);
    expect(text).toContain(
      'error[contract/yaml]: A mapping is not allowed here.\n  --> contracts/x.yml:3:7\n  help: Quote it.',
    );
    expect(text).toContain('✖ 1 problem');
    expect(lastLine(text)).toBe('Next: fix contracts/x.yml:3:7, then specflow check');
  });

  it('lists findings and exempt violations without counting them', () => {
    const exempt = violationsIn('src/a.ts', 'a.innerHTML = b', innerHtml).map((violation) => ({
      ...violation,
      exemption: { kind: 'waiver' as const, reason: 'legacy', expires: '2026-12-01' },
    }));
    const text = checkPretty.render(reportOf(exempt, { findings: [finding] }), PLAIN);
    expect(text).toContain('Exempt (1)\n  src/a.ts:1:2  SEC-003  waiver until 2026-12-01: legacy');
    expect(text).toContain('  scope/empty SEC-009 contracts/a.yml:4\n    The scope selects no file.');
    expect(text).toContain('✔ no violations, 1 exempt');
  });

  it('keeps to one line a violation when quiet, and to silence when clean', () => {
    const quiet = { ...PLAIN, quiet: true };
    const violations = violationsIn('src/a.ts', 'a.innerHTML = b', innerHtml);
    expect(checkPretty.render(reportOf(violations), quiet)).toBe('src/a.ts:1:2  error  SEC-003  Unsafe innerHTML\n');
    expect(checkPretty.render(reportOf([]), quiet)).toBe('');
  });

  it('colours only when asked, and says the same words', () => {
    const report = reportOf(violationsIn('src/a.ts', 'a.innerHTML = b', innerHtml), { problems: [problem] });
    const coloured = checkPretty.render(report, { ...PLAIN, color: true });
    expect(coloured).toContain('\u001b[31m');
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(checkPretty.render(report, PLAIN));
  });

  it('lets no control character of a file, name or message through', () => {
    const evil = 'x\u001b[2J\u009b\u202e\u2028\r\n::error::y';
    const rule = makeRule({ id: `ID${evil}` }, forbidden(/innerHTML/, { message: evil }));
    const violations = violationsIn(`src/${evil}.ts`, `a ${evil.replace('\r\n', '')} innerHTML`, rule);
    const full = reportOf(violations, {
      problems: [{ ...problem, message: evil, file: evil }],
      findings: [{ ...finding, message: evil }],
    });
    // Without a problem the last line names the rule.
    for (const report of [full, reportOf(violations)]) {
      const text = checkPretty.render(report, PLAIN);
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e]/);
      expect(text).not.toMatch(/^::error/m);
    }
  });

  it('calls a run that looked at no file by its name', () => {
    expect(checkPretty.render(reportOf([], { files: 0, findings: [finding] }), PLAIN)).toMatch(
      /⚠ no file was checked \(0 files, 6 rules\)\nNext: look at the findings above\n$/,
    );
    expect(checkPretty.render(reportOf([]), PLAIN)).toContain('✔ no violations');
  });

  it('shows no line behind the last one', () => {
    const [violation] = violationsIn('src/a.ts', 'a\nb.innerHTML = c\n', innerHtml);
    if (!violation) throw new Error('the fixture must violate');
    expect(
      checkPretty
        .render(reportOf([violation]), PLAIN)
        .split('\n')
        .slice(1, 5),
    ).toEqual(['   1 | a', ' > 2 | b.innerHTML = c', '     |  ^^^^^^^^^^^^', '']);
  });
});
