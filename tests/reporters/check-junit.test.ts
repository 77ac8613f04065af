import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkJunit } from '../../src/reporters/check-junit.js';
import type { CheckReport } from '../../src/reporters/report.js';
import { PLAIN, reportOf, violationsIn } from '../support/check-report.js';
import { forbidden, makeRule } from '../support/make-rule.js';
import { hostileReport } from './hostile-reports.js';
import { elementsNamed, type MarkupElement, parseXml, textOf } from './parse-xml.js';

const hard = makeRule({ id: 'SEC-1', contractId: 'security' }, forbidden(/HIT/, { message: 'No "hits" & <co>' }));
const soft = makeRule(
  { id: 'SEC-2', contractId: 'security', severity: 'warning' },
  forbidden(/HIT/, { message: 'Hm' }),
);
const clean = makeRule({ id: 'ARCH-1', contractId: 'architecture' }, forbidden(/never/));

const parsed = (report: CheckReport): MarkupElement => parseXml(checkJunit.render(report, PLAIN));

function caseOf(root: MarkupElement, name: string): MarkupElement {
  const found = elementsNamed(root, 'testcase').filter(({ attributes }) => attributes.name === name);
  expect(found).toHaveLength(1);
  return found[0] as MarkupElement;
}

describe('junit', () => {
  const violations = violationsIn('src/a.ts', 'a HIT\nHIT', hard, soft);
  const root = parsed({ ...reportOf(violations), rules: [hard, soft, clean] });

  it('has a suite a contract and a case a rule, what holds included', () => {
    const suites = elementsNamed(root, 'testsuite').map((suite) => [
      suite.attributes.name,
      elementsNamed(suite, 'testcase').map(({ attributes }) => attributes.name),
    ]);
    expect(suites).toEqual([
      ['specflow', ['everything in scope could be checked']],
      ['security', ['SEC-1', 'SEC-2']],
      ['architecture', ['ARCH-1']],
    ]);
    expect(caseOf(root, 'ARCH-1').children).toEqual([]);
  });

  it('fails a case with the text of a failing contract test', () => {
    const [failure] = elementsNamed(caseOf(root, 'SEC-1'), 'failure');
    expect(failure?.attributes.message).toBe('2 violations: No "hits" & <co>');
    expect(failure && textOf(failure)).toBe(
      'CONTRACT VIOLATION: SEC-1 - No "hits" & <co>\n  File: src/a.ts\n  Line: 1\n  Match: a HIT\n' +
        'CONTRACT VIOLATION: SEC-1 - No "hits" & <co>\n  File: src/a.ts\n  Line: 2\n  Match: HIT',
    );
  });

  it('passes a rule that only warns, and shows what it says', () => {
    const warned = caseOf(root, 'SEC-2');
    expect(elementsNamed(warned, 'failure')).toEqual([]);
    expect(textOf(warned)).toContain('CONTRACT VIOLATION: SEC-2 - Hm');
  });

  it('fails in a strict run by what fails the run', () => {
    const slack = { id: 'scope/empty', file: 'c.yml', line: 3, message: 'nothing there' };
    const strict = parsed({
      ...reportOf(violations),
      rules: [hard, soft, clean],
      strict: [
        { kind: 'violation', id: 'SEC-2', file: 'src/a.ts', line: 1, message: 'Hm' },
        { kind: 'finding', ...slack },
      ],
    });
    expect(elementsNamed(caseOf(strict, 'SEC-2'), 'failure')).toHaveLength(1);
    const [failure] = elementsNamed(caseOf(strict, 'nothing fails by --strict'), 'failure');
    expect(failure?.attributes.message).toBe('nothing there');
    expect(failure && textOf(failure)).toBe('scope/empty c.yml:3: nothing there');
    expect(elementsNamed(strict, 'testsuite')[0]?.attributes.failures).toBe('1');
    const kept = parsed({ ...reportOf([]), rules: [clean], strict: [] });
    expect(elementsNamed(kept, 'failure')).toEqual([]);
  });

  it('skips a rule whose violations are all exempt', () => {
    const exemption = { kind: 'waiver' as const, reason: 'legacy', expires: null };
    const exempt = violationsIn('src/a.ts', 'HIT', hard).map((violation) => ({ ...violation, exemption }));
    const [skipped] = elementsNamed(caseOf(parsed(reportOf(exempt)), 'SEC-1'), 'skipped');
    expect(skipped?.attributes.message).toBe('waiver: legacy');
  });

  it('turns red when something could not be looked at', () => {
    const problem = { severity: 'incomplete', file: 'src/x.ts', line: null, column: null, help: null } as const;
    const problems = [{ ...problem, code: 'file/not-utf8', message: 'Not\n::error::UTF-8.' }];
    const [error] = elementsNamed(
      caseOf(parsed(reportOf([], { problems })), 'everything in scope could be checked'),
      'error',
    );
    expect(error && textOf(error)).toBe('error file/not-utf8 src/x.ts: Not\\n::error::UTF-8.');
  });

  it('counts what it lists', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const document = parsed(report);
        for (const element of [document, ...elementsNamed(document, 'testsuite')]) {
          const count = (name: string): string => String(elementsNamed(element, name).length);
          expect(element.attributes).toMatchObject({
            tests: count('testcase'),
            failures: count('failure'),
            errors: count('error'),
            skipped: count('skipped'),
          });
        }
      }),
      { numRuns: 30 },
    );
  });
});
