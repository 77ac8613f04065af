import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkHtml } from '../../src/reporters/check-html.js';
import type { CheckReport } from '../../src/reporters/report.js';
import { PLAIN, reportOf, violationsIn } from '../support/check-report.js';
import { forbidden, makeRule } from '../support/make-rule.js';
import { hinted, hostileReport } from './hostile-reports.js';
import { elementsNamed, type MarkupElement, parseHtml, textOf } from './parse-xml.js';

const rule = makeRule(
  { id: 'SEC-3', title: 'No "raw"' },
  forbidden(/HIT\w*/, { message: 'No <b>hits</b>.', autoFix: hinted('Miss.') }),
);
const pageOf = (report: CheckReport): MarkupElement => parseHtml(checkHtml.render(report, PLAIN));

function withClass(root: MarkupElement, name: string): readonly MarkupElement[] {
  const below = root.children.flatMap((child) => (typeof child === 'string' ? [] : withClass(child, name)));
  return root.attributes.class?.split(' ').includes(name) ? [root, ...below] : below;
}

function allElements(root: MarkupElement): readonly MarkupElement[] {
  return [root, ...root.children.flatMap((child) => (typeof child === 'string' ? [] : allElements(child)))];
}

describe('html', () => {
  const violations = violationsIn('src/a & b.ts', 'one\nlet x = HITme; // <script>\nthree', rule);
  const page = pageOf(reportOf(violations));

  it('shows a violation with its place, its remedy and the marked line of a code frame', () => {
    const [entry] = elementsNamed(page, 'li');
    if (!entry) throw new Error('no entry');
    expect(entry.attributes).toMatchObject({ class: 'entry error', 'data-severity': 'error' });
    expect(textOf(entry)).toContain('error SEC-3 line 2, column 9');
    expect(textOf(entry)).toContain('No <b>hits</b>.');
    expect(textOf(entry)).toContain('Fix: Miss.');
    expect(withClass(entry, 'hit').map(textOf)).toEqual([' > 2 | let x = HITme; // <script>']);
    expect(withClass(entry, 'caret').map(textOf)).toEqual(['     |         ^^^^^']);
    expect(elementsNamed(page, 'h3').map(textOf)).toEqual(['src/a & b.ts (1)']);
    expect(elementsNamed(page, 'title').map(textOf)).toEqual(['Specflow: 1 error']);
  });

  it('lists what could not be looked at, what is exempt, and findings', () => {
    const exempt = violations.map((each) => ({
      ...each,
      exemption: { kind: 'waiver' as const, reason: 'legacy', expires: '2027-01-01' },
    }));
    const place = { file: 'c.yml', line: 3, column: 7, message: 'Bad.', help: 'Quote it.' };
    const text = textOf(
      pageOf(
        reportOf(exempt, {
          problems: [{ ...place, code: 'contract/yaml', severity: 'invalid' }],
          findings: [{ ...place, code: 'scope/empty', ruleId: null }],
        }),
      ),
    );
    expect(text).toContain('error contract/yaml c.yml:3:7Bad.Quote it.');
    expect(text).toContain('Exempt (1)');
    expect(text).toContain('waiver until 2027-01-01: legacy');
    expect(text).toContain('note scope/empty c.yml:3Bad.Quote it.');
  });

  it('says so where all is well', () => {
    const clean = pageOf(reportOf([]));
    expect(withClass(clean, 'good').map(textOf)).toEqual(['no violations']);
    expect(elementsNamed(clean, 'li')).toEqual([]);
  });

  it('allows exactly its own style and script', () => {
    const policy = elementsNamed(page, 'meta').find(({ attributes }) => attributes['http-equiv'])?.attributes.content;
    const digestOf = (name: string): string => {
      const [element] = elementsNamed(page, name);
      return createHash('sha256')
        .update(element ? textOf(element) : '')
        .digest('base64');
    };
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${digestOf('style')}'; script-src 'sha256-${digestOf('script')}'`,
    );
  });

  it('builds the same kinds of elements and attributes, whatever a report says', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const elements = allElements(pageOf(report));
        expect(elements.filter(({ name }) => ['script', 'style'].includes(name))).toHaveLength(2);
        for (const { name, attributes } of elements) {
          expect(ELEMENTS).toContain(name);
          for (const attribute of Object.keys(attributes)) expect(ATTRIBUTES).toContain(attribute);
        }
        expect(elements.filter(({ attributes }) => attributes.class?.startsWith('entry'))).toHaveLength(
          report.result.violations.length + report.result.problems.length + report.result.findings.length,
        );
      }),
      { numRuns: 30 },
    );
  });
});

const ELEMENTS =
  'html head meta title style body header main footer script h1 h2 h3 p strong div input label span output kbd section ul li code pre details summary'.split(
    ' ',
  );
const ATTRIBUTES =
  'lang charset http-equiv content name class hidden type id aria-label placeholder value checked data-file data-severity tabindex title'.split(
    ' ',
  );
