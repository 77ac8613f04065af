import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkGithub } from '../../src/reporters/check-github.js';
import type { CheckReport } from '../../src/reporters/report.js';
import { absenceOf, PLAIN, reportOf, violationsIn } from '../support/check-report.js';
import { forbidden, makeRule, required } from '../support/make-rule.js';
import { hinted, hostileReport } from './hostile-reports.js';

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** Reads workflow commands as a runner does: one a line, properties up to the next `::`, escapes undone. */
function commandsIn(output: string): readonly Command[] {
  return output
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const [, name = '', written = '', message = ''] = /^::(\w+) ?(.*?)::(.*)$/.exec(line) ?? [];
      const pairs = written.split(',').map((pair) => pair.split('='));
      const properties = Object.fromEntries(pairs.map(([key, ...value]) => [key, unescaped(value.join('='))]));
      return { name, properties, message: unescaped(message) };
    });
}

function unescaped(text: string): string {
  return text.replace(/%(25|0A|0D|3A|2C)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

const commandsOf = (report: CheckReport): readonly Command[] => commandsIn(checkGithub.render(report, PLAIN));
const ruleOf = (id: string, severity: 'error' | 'warning' = 'error') =>
  makeRule({ id, severity }, forbidden(/HIT/, { message: `${id} hit`, autoFix: hinted('Do 100%: a,b') }));

describe('github', () => {
  it('annotates a place on one line with its columns', () => {
    const [violation] = violationsIn('src/a,b:c%.ts', 'a HIT', ruleOf('R-1'));
    if (!violation) throw new Error('the fixture must violate');
    const outlook = { source: 'auto_fix', tier: null, confidence: null };
    expect(checkGithub.render({ ...reportOf([violation]), outlooks: new Map([[violation, outlook]]) }, PLAIN)).toBe(
      '::error file=src/a%2Cb%3Ac%25.ts,line=1,endLine=1,col=3,endColumn=6,title=R-1::' +
        'R-1 hit%0AFix: Do 100%25: a,b%0Aspecflow heal would try auto_fix\n',
    );
  });

  it('gives no columns to a place over several lines, and no line to an absence', () => {
    const long = makeRule({ id: 'R-2' }, forbidden(/HIT[\s\S]*END/));
    const absent = makeRule({ id: 'R-3' }, required(/x/));
    const found = commandsOf(reportOf([...violationsIn('a.ts', 'HIT\nEND', long), absenceOf(absent, 'b.ts')]));
    expect(found.map(({ properties }) => properties)).toEqual([
      { file: 'a.ts', line: '1', endLine: '2', title: 'R-2' },
      { file: 'b.ts', title: 'R-3' },
    ]);
  });

  it('shows problems, then errors, then warnings, then findings as notices', () => {
    const violations = violationsIn('a.ts', 'HIT', ruleOf('SOFT', 'warning'), ruleOf('HARD'));
    const place = { file: null, line: null, column: null, help: null };
    const commands = commandsOf(
      reportOf(violations, {
        problems: [{ ...place, code: 'contract/yaml', severity: 'invalid', message: 'Broken' }],
        findings: [{ ...place, code: 'scope/empty', ruleId: 'HARD', message: 'Selects nothing' }],
      }),
    );
    expect(commands.map(({ name, properties }) => `${name} ${properties.title}`)).toEqual([
      'error contract/yaml',
      'error HARD',
      'warning SOFT',
      'notice scope/empty',
    ]);
    expect(commands.at(-1)?.message).toBe('HARD: Selects nothing');
  });

  it.each([
    [10, 0, 0, null],
    [11, 0, 0, '1 more not shown here: 1 error.'],
    [30, 25, 12, '38 more not shown here: 20 errors, 15 warnings, 3 notes.'],
    [0, 0, 10, null],
  ])('shows at most ten of a kind of %i errors, %i warnings, %i findings', (errors, warnings, notes, told) => {
    const violations = [
      ...violationsIn('a.ts', 'HIT\n'.repeat(errors), ruleOf('HARD')),
      ...violationsIn('a.ts', 'HIT\n'.repeat(warnings), ruleOf('SOFT', 'warning')),
    ];
    const finding = { code: 'scope/empty', ruleId: null, file: null, line: null, message: 'm', help: null };
    const commands = commandsOf(reportOf(violations, { findings: Array(notes).fill(finding) }));
    for (const kind of ['error', 'warning', 'notice']) {
      expect(commands.filter(({ name }) => name === kind).length).toBeLessThanOrEqual(10);
    }
    const last = commands.at(-1);
    if (told === null) expect(commands).toHaveLength(errors + warnings + notes);
    else expect(last?.message).toContain(told);
  });

  it('makes a warning of a finding that a strict run fails by', () => {
    const finding = { code: 'waiver/unused', ruleId: null, file: 'c.yml', line: 3, message: 'No use', help: null };
    const other = { ...finding, code: 'ignored/none' };
    const strict = [{ kind: 'finding' as const, id: finding.code, file: 'c.yml', line: 3, message: 'No use' }];
    const findings = [finding, other];
    const namesOf = (report: CheckReport) => commandsOf(report).map(({ name, properties }) => [properties.title, name]);
    expect(namesOf({ ...reportOf([], { findings }), strict })).toEqual([
      ['waiver/unused', 'warning'],
      ['ignored/none', 'notice'],
    ]);
    expect(namesOf(reportOf([], { findings }))).toEqual([
      ['waiver/unused', 'notice'],
      ['ignored/none', 'notice'],
    ]);
  });

  it('says nothing where all is well', () => {
    expect(checkGithub.render(reportOf([]), PLAIN)).toBe('');
  });

  it('writes only commands of its own, each with the properties it meant', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        for (const { name, properties } of commandsOf(report)) {
          expect(['error', 'warning', 'notice']).toContain(name);
          expect(['file', 'line', 'endLine', 'col', 'endColumn', 'title']).toEqual(
            expect.arrayContaining(Object.keys(properties)),
          );
          for (const number of ['line', 'endLine', 'col', 'endColumn']) {
            expect(properties[number] ?? '1').toMatch(/^[1-9]\d*$/);
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});
