import { describe, expect, it } from 'vitest';
import { checkJson } from '../../src/reporters/check-json.js';
import { absenceOf, PLAIN, reportOf, violationsIn } from '../support/check-report.js';
import { forbidden, makeRule, required } from '../support/make-rule.js';

const innerHtml = makeRule(
  { id: 'SEC-003', contractId: 'security' },
  forbidden(/\.innerHTML\s*=/, { message: 'Unsafe' }),
);

describe('json check report', () => {
  it('has the documented shape, keys in the documented order', () => {
    const [violation] = violationsIn('src/a.tsx', 'element.innerHTML = userData.bio', innerHtml);
    if (!violation) throw new Error('the fixture must violate');
    const outlook = { source: 'pattern:fix-1', tier: 'platinum', confidence: 0.95 };
    const report = {
      ...reportOf([{ ...violation, fingerprint: 'f1' }]),
    };
    const [same] = report.result.violations;
    const text = checkJson.render({ ...report, outlooks: new Map(same ? [[same, outlook]] : []) }, PLAIN);
    expect(text).toBe(
      `${JSON.stringify(
        {
          schemaVersion: 1,
          tool: { name: 'specflow', version: '0.1.0' },
          summary: { files: 41, rules: 6, violations: 1, errors: 1, warnings: 0, exempt: 0, problems: 0, findings: 0 },
          violations: [
            {
              ruleId: 'SEC-003',
              contract: 'security',
              contractFile: 'contracts/test.yml',
              kind: 'forbidden',
              severity: 'error',
              message: 'Unsafe',
              file: 'src/a.tsx',
              line: 1,
              column: 8,
              endLine: 1,
              endColumn: 20,
              match: '.innerHTML =',
              lineText: 'element.innerHTML = userData.bio',
              fingerprint: 'f1',
              exempt: null,
              heal: { fixable: true, source: 'pattern:fix-1', tier: 'platinum', confidence: 0.95 },
            },
          ],
          problems: [],
          findings: [],
        },
        null,
        2,
      )}\n`,
    );
  });

  it('has nulls where a violation has no place', () => {
    const rule = makeRule({}, required(/x/));
    const [violation] = JSON.parse(checkJson.render(reportOf([absenceOf(rule)]), PLAIN)).violations;
    expect(violation).toMatchObject({
      kind: 'required',
      file: null,
      line: null,
      endColumn: null,
      match: null,
      lineText: null,
    });
    expect(violation.heal).toEqual({ fixable: false, source: null, tier: null, confidence: null });
  });

  it('carries hostile text unchanged and unprintable characters only as escapes', () => {
    const line = 'a.innerHTML = "\u001b\u009b\u202e\u2028\ud83d"';
    const text = checkJson.render(reportOf(violationsIn('src/\u202e.ts', line, innerHtml)), PLAIN);
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\ud800-\udfff]/);
    expect(JSON.parse(text).violations[0]).toMatchObject({ lineText: line, file: 'src/\u202e.ts' });
  });

  it('holds no secret whole', () => {
    const rule = makeRule({ title: 'No secrets' }, forbidden(/key = "[^"]+"/));
    const text = checkJson.render(reportOf(violationsIn('a.ts', 'const key = "canary-12345"', rule)), PLAIN);
    expect(text).not.toContain('canary');
  });

  it('cuts a line of megabytes', () => {
    const line = `x.innerHTML = ${'y'.repeat(3_000_000)}`;
    expect(checkJson.render(reportOf(violationsIn('a.ts', line, innerHtml)), PLAIN).length).toBeLessThan(10_000);
  });
});
