import type { Rule } from '../model/contract.js';
import { plural } from '../model/plural.js';
import { sanitize } from '../model/sanitize.js';
import type { Violation } from '../model/violation.js';
import { printJson } from './print-json.js';
import type { CheckReport, Reporter } from './report.js';
import { entriesOf, entryText, type ReportEntry, type Spot } from './report-entries.js';
import { sarifResults } from './sarif/sarif-result.js';
import { sarifRule } from './sarif/sarif-rule.js';
import { uriOf } from './sarif/uri-of.js';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
/** GitHub refuses a whole file that holds more. */
const MOST_RESULTS = 25_000;

/** SARIF 2.1.0, as GitHub code scanning and many editors read it. */
export const checkSarif: Reporter<CheckReport> = {
  summary: 'SARIF 2.1.0, for code scanning',
  carriesProblems: true,
  render(report) {
    const { result, toolVersion, category, showExempt = false } = report;
    const chosen = result.violations.filter(({ exemption }) => exemption === null || showExempt);
    const violations = chosen.length > MOST_RESULTS ? errorsFirst(chosen).slice(0, MOST_RESULTS) : chosen;
    const rules = rulesOf(violations);
    const notes = entriesOf(report).filter(({ kind }) => kind !== 'violation');
    const run = {
      tool: { driver: { name: 'Specflow', semanticVersion: toolVersion, rules: rules.map(sarifRule) } },
      automationDetails: { id: category ? `specflow/${category}/` : 'specflow/' },
      columnKind: 'utf16CodeUnits',
      invocations: [
        {
          executionSuccessful: notes.every(({ severity }) => severity !== 'error'),
          toolExecutionNotifications: [...leftOut(chosen.length - violations.length), ...notes.map(notification)],
        },
      ],
      results: sarifResults(violations, new Map(rules.map(({ id }, index) => [id, index])), report),
    };
    return printJson({ $schema: SCHEMA, version: '2.1.0', runs: [run] });
  },
};

function errorsFirst(violations: readonly Violation[]): readonly Violation[] {
  const rank = ({ severity }: Violation): number => (severity === 'error' ? 0 : 1);
  return [...violations].sort((a, b) => rank(a) - rank(b));
}

function rulesOf(violations: readonly Violation[]): readonly Rule[] {
  const byId = new Map(violations.map(({ rule }) => [rule.id, rule]));
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function notification(entry: ReportEntry): object {
  return {
    level: entry.severity,
    descriptor: { id: entry.id },
    message: { text: sanitize(entryText(entry)) },
    ...(entry.spot === null ? {} : { locations: [{ physicalLocation: whereabouts(entry.spot) }] }),
  };
}

function whereabouts({ file, line, column }: Spot): object {
  const region = line === null ? null : { startLine: line, ...(column === null ? {} : { startColumn: column }) };
  return { artifactLocation: { uri: uriOf(file) }, ...(region === null ? {} : { region }) };
}

function leftOut(count: number): readonly object[] {
  if (count === 0) return [];
  const text = `${plural(count, 'more violation')} left out: code scanning takes at most ${MOST_RESULTS} results.`;
  return [{ level: 'warning', descriptor: { id: 'report/cut' }, message: { text } }];
}
