import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkGitlab } from '../../src/reporters/check-gitlab.js';
import { PLAIN, reportOf, violationsIn } from '../support/check-report.js';
import { forbidden, makeRule } from '../support/make-rule.js';
import { hostileReport } from './hostile-reports.js';

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

const issuesOf = (report: Parameters<typeof checkGitlab.render>[0]): Issue[] =>
  JSON.parse(checkGitlab.render(report, PLAIN));

describe('gitlab', () => {
  it('is an array of what GitLab asks for', () => {
    const rule = makeRule({ id: 'SEC-1' }, forbidden(/HIT/, { message: 'No hits' }));
    const violations = violationsIn('src/a.ts', '\nHIT', rule);
    expect(issuesOf(reportOf(violations))).toEqual([
      {
        description: 'No hits',
        check_name: 'SEC-1',
        fingerprint: violations[0]?.fingerprint,
        severity: 'major',
        location: { path: 'src/a.ts', lines: { begin: 2 } },
      },
    ]);
    expect(issuesOf(reportOf([]))).toEqual([]);
  });

  it('numbers fingerprints that would be the same', () => {
    const rule = makeRule({}, forbidden(/HIT/));
    const [violation] = violationsIn('a.ts', 'HIT', rule);
    if (!violation) throw new Error('the fixture must violate');
    const fingerprints = issuesOf(reportOf([violation, violation, violation])).map(({ fingerprint }) => fingerprint);
    expect(new Set(fingerprints).size).toBe(3);
    expect(fingerprints[0]).toBe(violation.fingerprint);
  });

  it('has every required field, and unique fingerprints, whatever a report says', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const issues = issuesOf(report);
        const { violations, problems, findings } = report.result;
        const counted = violations.filter(({ exemption }) => exemption === null);
        expect(issues).toHaveLength(counted.length + problems.length + findings.length);
        expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
        for (const { severity, location } of issues) {
          expect(severity).toMatch(/^(?:info|minor|major|critical|blocker)$/);
          expect(location.path).not.toMatch(/^(?:\.\/|$)/);
          expect(location.lines.begin).toBeGreaterThan(0);
        }
      }),
      { numRuns: 30 },
    );
  });
});
