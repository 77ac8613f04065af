import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK_REPORTERS } from '../../src/reporters/index.js';
import { PLAIN, reportOf, violationsIn } from '../support/check-report.js';
import { forbidden, makeRule } from '../support/make-rule.js';
import { hostileReport } from './hostile-reports.js';
import { parseHtml, parseXml } from './parse-xml.js';

const formats = Object.entries(CHECK_REPORTERS);
const CONTROL = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;

/** Throws where a text is not what its format promises. */
const PARSERS: Readonly<Record<string, (text: string) => unknown>> = {
  json: JSON.parse,
  sarif: JSON.parse,
  gitlab: JSON.parse,
  jsonl: (text) =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  junit: parseXml,
  checkstyle: parseXml,
  html: parseHtml,
};

describe.each(formats)('%s', (name, reporter) => {
  it('is complete, printable and commands nothing, whatever a report says', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const text = reporter.render(report, PLAIN);
        expect(text).toMatch(/\n$/);
        expect(text).toBe(reporter.render(report, PLAIN));
        expect(text).not.toMatch(CONTROL);
        expect(Buffer.from(text).toString()).toBe(text);
        PARSERS[name]?.(text);
        expect(text).not.toMatch(/##[a-z]*\[/i);
        expect(text).not.toMatch(name === 'github' ? /^\s*::(?!(?:error|warning|notice) )/m : /^\s*::/m);
      }),
      { numRuns: 50 },
    );
  });

  it('never shows a matched secret whole', () => {
    const canary = 'zq81xkcanary55wv';
    const rule = makeRule({ id: 'SEC-001', title: 'No hardcoded secrets' }, forbidden(/api_key = "\w+/));
    const text = `const api_key = "${canary}";\nlog("${canary}");\n`;
    const violations = violationsIn('src/a.ts', text, rule);
    const sources = new Map([['src/a.ts', { text, bom: false }]]);
    expect(violations).toHaveLength(1);
    const shown = reporter.render({ ...reportOf(violations), sources, rules: [rule] }, PLAIN);
    expect(shown).toContain('SEC-001');
    expect(shown).not.toContain(canary);
  });
});
