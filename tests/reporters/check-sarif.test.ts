import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/model/edit.js';
import { indexLines } from '../../src/model/position.js';
import { checkSarif } from '../../src/reporters/check-sarif.js';
import type { CheckReport } from '../../src/reporters/report.js';
import { lineHashes } from '../../src/reporters/sarif/line-hashes.js';
import { absenceOf, PLAIN, reportOf, violationsIn } from '../support/check-report.js';
import { forbidden, makeRule, required } from '../support/make-rule.js';
import { hinted, hostileReport } from './hostile-reports.js';

const schema = JSON.parse(readFileSync(new URL('../fixtures/schemas/sarif-2.1.0.json', import.meta.url), 'utf8'));
const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema);

/** The one run of the report, proven against the schema of the standard. */
function runOf(report: CheckReport) {
  const log = JSON.parse(checkSarif.render(report, PLAIN));
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  return log.runs[0];
}

const innerHtml = makeRule(
  { id: 'SEC-003', contractId: 'security', title: 'No raw HTML', scope: ['src/**'] },
  forbidden(/\.innerHTML\s*=/, { message: 'Unsafe', autoFix: hinted('Use textContent') }),
);
const text = 'one\nelement.innerHTML = bio\nthree\n';
const [violation] = violationsIn('src/a b#1.tsx', text, innerHtml);
if (!violation) throw new Error('the fixture must violate');

describe('sarif', () => {
  it('holds by the schema whatever a report says', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const { results, tool } = runOf({ ...report, showExempt: true });
        expect(results).toHaveLength(report.result.violations.length);
        for (const { ruleId, ruleIndex, locations } of results) {
          expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
          expect(locations[0].physicalLocation.artifactLocation.uri).toMatch(/^(?:[\w.~!*'()-]|%[0-9A-F]{2}|\/)*$/);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('gives each violation a rule, a place with an exclusive end and a fingerprint', () => {
    const { results, tool } = runOf(reportOf([violation]));
    expect(results).toEqual([
      {
        ruleId: 'SEC-003',
        ruleIndex: 0,
        level: 'error',
        message: { text: 'Unsafe' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'src/a%20b%231.tsx' },
              region: { startLine: 2, startColumn: 8, endLine: 2, endColumn: 20, snippet: { text: '.innerHTML =' } },
            },
          },
        ],
        partialFingerprints: { 'specflow/v1': violation.fingerprint },
      },
    ]);
    expect(tool.driver).toMatchObject({
      name: 'Specflow',
      semanticVersion: '0.1.0',
      rules: [
        {
          id: 'SEC-003',
          shortDescription: { text: 'No raw HTML' },
          fullDescription: { text: 'No raw HTML\nUnsafe' },
          defaultConfiguration: { level: 'error' },
          properties: { tags: ['security', 'contract:security'], 'security-severity': '8.0' },
        },
      ],
    });
    expect(tool.driver.rules[0].help.text).toContain('Fix: Use textContent');
  });

  it('ranks only rules that speak of security among the security alerts', () => {
    const rule = makeRule({ id: 'ARCH-1', contractId: 'architecture', severity: 'warning' }, forbidden(/x/));
    const [described] = runOf(reportOf(violationsIn('a.ts', 'x', rule))).tool.driver.rules;
    expect(described.properties).toEqual({
      tags: ['contract:architecture'],
      precision: 'high',
      'problem.severity': 'warning',
    });
  });

  it('cuts names and descriptions to what GitHub stores', () => {
    const long = 'x'.repeat(2000);
    const rule = makeRule({ id: long, title: long }, forbidden(/x/, { message: long }));
    const [described] = runOf(reportOf(violationsIn('a.ts', 'x', rule))).tool.driver.rules;
    expect(described.name).toHaveLength(255);
    expect(described.fullDescription.text).toHaveLength(1024);
  });

  it('places an absence in its file, or in the contract that asks for what is missing', () => {
    const rule = makeRule({ scope: ['src/**'] }, required(/use strict/, { message: 'Be strict' }));
    const { results } = runOf(reportOf([absenceOf(rule), absenceOf(rule, 'src/a.ts')]));
    const region = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };
    expect(results[0].message.text).toBe('Be strict (no file of src/** matches /use strict/)');
    expect(results[1].message.text).toBe('Be strict (nothing in this file matches /use strict/)');
    expect(results.map(({ locations }: { locations: unknown[] }) => locations)).toEqual([
      [{ physicalLocation: { artifactLocation: { uri: 'contracts/test.yml' }, region } }],
      [{ physicalLocation: { artifactLocation: { uri: 'src/a.ts' }, region } }],
    ]);
  });

  it.each([
    ['without', false, text],
    ['with', true, `\ufeff${text}`],
  ])('hashes the line as GitHub does, %s a byte order mark', (_, bom, onDisk) => {
    const report = { ...reportOf([violation]), sources: new Map([['src/a b#1.tsx', { text, bom }]]) };
    const [result] = runOf(report).results;
    expect(result.partialFingerprints.primaryLocationLineHash).toBe(lineHashes(onDisk)[1]);
  });

  it('carries a fix whose regions, applied, give the mended text', () => {
    const start = text.indexOf('.innerHTML');
    const edits = [
      { range: { start: 0, end: 0 }, text: 'import x;\n' },
      { range: { start, end: start + '.innerHTML'.length }, text: '.textContent' },
    ];
    const file = 'src/a b#1.tsx';
    const report = {
      ...reportOf([violation]),
      sources: new Map([[file, { text, bom: false }]]),
      fixes: new Map([[violation, { file, description: 'Use textContent', edits }]]),
    };
    const [fix] = runOf(report).results[0].fixes;
    const [change] = fix.artifactChanges;
    expect(fix.description.text).toBe('Use textContent');
    expect(change.artifactLocation.uri).toBe('src/a%20b%231.tsx');
    const offsetOf = offsetsOf(text);
    const applied = applyEdits(
      text,
      change.replacements.map(({ deletedRegion: region, insertedContent }: Replacement) => ({
        range: {
          start: offsetOf(region.startLine, region.startColumn),
          end: offsetOf(region.endLine, region.endColumn),
        },
        text: insertedContent.text,
      })),
    );
    expect(applied).toBe('import x;\none\nelement.textContent = bio\nthree\n');
  });

  it.each([
    ['its file has no known text', 'src/other.ts', 'y'],
    ['it would show a secret', 'src/k.ts', 'key("s3cr3tvalue99")'],
  ])('leaves out a fix where %s', (_, file, inserted) => {
    const rule = makeRule({ title: 'No secrets' }, forbidden(/key = "\w+"/));
    const source = 'key = "s3cr3tvalue99"';
    const violations = violationsIn('src/k.ts', source, rule);
    const [first] = violations;
    if (!first) throw new Error('the fixture must violate');
    const fix = { file, description: 'd', edits: [{ range: { start: 0, end: 1 }, text: inserted }] };
    const sources = new Map([['src/k.ts', { text: source, bom: false }]]);
    const [result] = runOf({ ...reportOf(violations), sources, fixes: new Map([[first, fix]]) }).results;
    expect(result).not.toHaveProperty('fixes');
  });

  it('leaves exempt violations out unless they are asked for, then marks them', () => {
    const exemption = { kind: 'waiver' as const, reason: 'legacy', expires: '2027-01-01' };
    const report = reportOf([{ ...violation, exemption }]);
    expect(runOf(report).results).toEqual([]);
    const [marked] = runOf({ ...report, showExempt: true }).results;
    expect(marked.suppressions).toEqual([{ kind: 'external', justification: 'waiver: legacy' }]);
  });

  it('says that a run was not successful when something could not be looked at', () => {
    const problem = { code: 'file/not-utf8', severity: 'incomplete', file: 'src/é.ts', line: 2, column: null } as const;
    const { invocations } = runOf(
      reportOf([], { problems: [{ ...problem, message: 'Not UTF-8.', help: 'Convert it.' }] }),
    );
    expect(invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          {
            level: 'error',
            descriptor: { id: 'file/not-utf8' },
            message: { text: 'Not UTF-8. Fix: Convert it.' },
            locations: [{ physicalLocation: { artifactLocation: { uri: 'src/%C3%A9.ts' }, region: { startLine: 2 } } }],
          },
        ],
      },
    ]);
    expect(runOf(reportOf([])).invocations[0].executionSuccessful).toBe(true);
  });

  it('keeps below the limit over which GitHub refuses a file, errors first, and says so', () => {
    const soft = makeRule({ id: 'SOFT', severity: 'warning' }, forbidden(/x/));
    const [warning] = violationsIn('a.ts', 'x', soft);
    if (!warning) throw new Error('the fixture must violate');
    const log = JSON.parse(checkSarif.render(reportOf([...Array(25_000).fill(warning), violation]), PLAIN));
    const [run] = log.runs;
    expect(run.results).toHaveLength(25_000);
    expect(run.results[0].ruleId).toBe('SEC-003');
    expect(run.invocations[0].toolExecutionNotifications[0].message.text).toContain('1 more violation left out');
  });

  it('keeps apart the packages of one repository', () => {
    expect(runOf(reportOf([])).automationDetails.id).toBe('specflow/');
    expect(runOf({ ...reportOf([]), category: 'web' }).automationDetails.id).toBe('specflow/web/');
  });
});

interface Replacement {
  readonly deletedRegion: Readonly<Record<'startLine' | 'startColumn' | 'endLine' | 'endColumn', number>>;
  readonly insertedContent: { readonly text: string };
}

function offsetsOf(source: string): (line: number, column: number) => number {
  const lines = indexLines(source);
  const offsets = new Map<string, number>();
  for (let offset = 0; offset <= source.length; offset++) {
    const { line, column } = lines.positionAt(offset);
    offsets.set(`${line}:${column}`, offset);
  }
  return (line, column) => offsets.get(`${line}:${column}`) ?? -1;
}
