import type { Rule } from '../model/contract.js';
import { groupBy } from '../model/group-by.js';
import type { SecretMask } from '../model/mask-secrets.js';
import { plural } from '../model/plural.js';
import { sanitize } from '../model/sanitize.js';
import type { Violation } from '../model/violation.js';
import { contractTestText } from './check-contract-test.js';
import { checkMask } from './check-mask.js';
import type { CheckReport, Reporter } from './report.js';
import { entriesOf, entryText, type ReportEntry } from './report-entries.js';
import { locationText } from './text/location-text.js';
import { attributes, markup } from './text/markup.js';

/**
 * JUnit XML: a test suite a contract, a test case a rule, so that the test tab of a CI system shows contracts as tests.
 * The first suite asks whether everything could be looked at. A rule that only warns fails its test case in a strict run
 * alone; what else such a run fails by is a test case of the first suite.
 */
export const checkJunit: Reporter<CheckReport> = {
  summary: 'JUnit XML, one test case a rule',
  carriesProblems: true,
  render(report) {
    const suites = [lookSuite(report), ...contractSuites(report)];
    const total = attributes({ name: 'specflow', ...countsOf(suites.flatMap(({ cases }) => cases)) });
    const elements = suites.map(suiteElement).join('');
    return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${total}>\n${elements}</testsuites>\n`;
  },
};

interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

interface Case {
  readonly name: string;
  readonly suite: string;
  readonly file: string | null;
  readonly verdict: 'passed' | 'failure' | 'error' | 'skipped';
  /** One line; the attribute `message` of a verdict that is not `passed`. */
  readonly message: string;
  readonly text: string;
}

function lookSuite(report: CheckReport): Suite {
  const entries = entriesOf(report).filter(({ kind }) => kind !== 'violation');
  const errors = entries.filter(({ severity }) => severity === 'error');
  const look: Case = {
    name: 'everything in scope could be checked',
    suite: 'specflow',
    file: null,
    verdict: errors.length > 0 ? 'error' : 'passed',
    message: errors[0] ? headline(errors[0].message, errors.length, 'problem') : '',
    text: entries.map((entry) => sanitize(entryLine(entry))).join('\n'),
  };
  return { name: 'specflow', cases: [look, ...strictCase(report.strict)] };
}

function strictCase(failures: CheckReport['strict']): readonly Case[] {
  if (failures === undefined) return [];
  const slack = failures.filter(({ kind }) => kind !== 'violation');
  const [first] = slack;
  const lines = slack.map(({ id, file, line, message }) => {
    const place = file === null ? '' : ` ${locationText(file, line, null)}`;
    return sanitize(`${id}${place}: ${message}`);
  });
  return [
    {
      name: 'nothing fails by --strict',
      suite: 'specflow',
      file: null,
      verdict: first === undefined ? 'passed' : 'failure',
      message: first === undefined ? '' : headline(first.message, slack.length, 'thing'),
      text: lines.join('\n'),
    },
  ];
}

function entryLine(entry: ReportEntry): string {
  const { severity, id, spot } = entry;
  const place = spot === null ? '' : ` ${locationText(spot.file, spot.line, spot.column)}`;
  return `${severity} ${id}${place}: ${entryText(entry)}`;
}

function contractSuites({ result, beside, rules, strict }: CheckReport): readonly Suite[] {
  const mask = checkMask({ result, beside });
  const violationsOf = groupBy(result.violations, ({ rule }) => rule.id);
  const named = new Map(
    [...(rules ?? []), ...result.violations.map(({ rule }) => rule)].map((rule) => [rule.id, rule]),
  );
  return [...groupBy(named.values(), ({ contractId }) => contractId)].map(([contract, members]) => ({
    name: contract,
    cases: members.map((rule) => ruleCase(rule, violationsOf.get(rule.id) ?? [], mask, strict !== undefined)),
  }));
}

function ruleCase(rule: Rule, violations: readonly Violation[], mask: SecretMask, isStrict: boolean): Case {
  const counted = violations.filter(({ exemption }) => exemption === null);
  const exempt = violations.flatMap(({ exemption }) =>
    exemption === null ? [] : `${exemption.kind}: ${exemption.reason}`,
  );
  const [first] = counted;
  const about = { name: rule.id, suite: rule.contractId, file: rule.declaredAt.file };
  if (first === undefined) {
    return { ...about, verdict: exempt.length > 0 ? 'skipped' : 'passed', message: exempt[0] ?? '', text: '' };
  }
  return {
    ...about,
    verdict: isStrict || rule.severity === 'error' ? 'failure' : 'passed',
    message: headline(first.message, counted.length, 'violation'),
    text: counted.map((violation) => contractTestText(violation, mask)).join('\n'),
  };
}

function headline(first: string, count: number, noun: string): string {
  return count === 1 ? first : `${plural(count, noun)}: ${first}`;
}

function countsOf(cases: readonly Case[]): Readonly<Record<string, number>> {
  const count = (verdict: Case['verdict']): number => cases.filter((each) => each.verdict === verdict).length;
  return { tests: cases.length, failures: count('failure'), errors: count('error'), skipped: count('skipped') };
}

function suiteElement({ name, cases }: Suite): string {
  const written = attributes({ name, ...countsOf(cases) });
  return `  <testsuite${written}>\n${cases.map(caseElement).join('')}  </testsuite>\n`;
}

function caseElement({ name, suite, file, verdict, message, text }: Case): string {
  const head = `    <testcase${attributes({ classname: suite, name, file })}`;
  const body = markup(text, '\n\t');
  if (verdict !== 'passed') {
    return `${head}>\n      <${verdict}${attributes({ message })}>${body}</${verdict}>\n    </testcase>\n`;
  }
  return text === '' ? `${head}/>\n` : `${head}>\n      <system-out>${body}</system-out>\n    </testcase>\n`;
}
