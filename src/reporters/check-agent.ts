import { countsOf } from '../model/check-result.js';
import { logLine } from './log-line.js';
import { plural } from './plural.js';
import type { CheckReport, Reporter } from './report.js';
import { entriesOf, entryText, type ReportEntry } from './report-entries.js';

/**
 * For coding agents, who pay by the word: one line a violation and a closing line. What a rule wants is said where it
 * is first broken; its further lines carry the place alone.
 */
export const checkAgent: Reporter<CheckReport> = {
  summary: 'for coding agents: the fewest words that still name the remedy',
  carriesProblems: true,
  render(report, { quiet }) {
    const said = new Set<string>();
    const lines = entriesOf(report)
      .filter(({ kind }) => kind !== 'finding')
      .map((entry) => agentLine(entry, said));
    return [...lines, ...(quiet ? [] : [closing(report)])].map((line) => `${logLine(line)}\n`).join('');
  },
};

function agentLine(entry: ReportEntry, said: Set<string>): string {
  const { spot, severity, id, outlook } = entry;
  const place = spot && [spot.file, spot.line, spot.column].filter((part) => part !== null).join(':');
  const words = entryText(entry);
  const isNew = !said.has(`${id}\0${words}`);
  said.add(`${id}\0${words}`);
  const parts = [place, severity === 'error' ? null : severity, id, isNew ? words : null, outlook && '[heal]'];
  return parts.filter((part) => part !== null).join(' ');
}

function closing({ result, outlooks }: CheckReport): string {
  const { errors, warnings } = countsOf(result);
  const problems = result.problems.length;
  const mendable = result.violations.filter((violation) => !violation.exemption && outlooks.has(violation)).length;
  const counts = [
    errors > 0 ? plural(errors, 'error') : null,
    warnings > 0 ? plural(warnings, 'warning') : null,
    problems > 0 ? plural(problems, 'problem') : null,
  ].filter((part) => part !== null);
  const found = counts.length > 0 ? counts.join(', ') : `clean, ${plural(result.files, 'file')}, ${plural(result.rules, 'rule')}`;
  const heal = mendable > 0 ? `; [heal] = specflow heal mends it` : '';
  const aside = result.findings.length > 0 ? `; ${plural(result.findings.length, 'finding')}: --format pretty` : '';
  return `specflow: ${found}${heal}${aside}`;
}
