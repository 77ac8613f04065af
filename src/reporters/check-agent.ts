import { plural } from '../model/plural.js';
import { sanitize } from '../model/sanitize.js';
import type { CheckReport, Reporter } from './report.js';
import { entriesOf, entryText, type ReportEntry } from './report-entries.js';
import { locationText } from './text/location-text.js';
import { untriedOutlook } from './untried-outlook.js';
import { verdictParts } from './verdict-parts.js';

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
    return [...lines, ...(quiet ? [] : [closing(report)])].map((line) => `${sanitize(line)}\n`).join('');
  },
};

function agentLine(entry: ReportEntry, said: Set<string>): string {
  const { spot, severity, id, outlook } = entry;
  const place = spot && locationText(spot.file, spot.line, spot.column);
  const words = entryText(entry);
  const isNew = !said.has(`${id}\0${words}`);
  said.add(`${id}\0${words}`);
  const parts = [place, severity === 'error' ? null : severity, id, isNew ? words : null, outlook && '[heal]'];
  return parts.filter((part) => part !== null).join(' ');
}

function closing(report: CheckReport): string {
  const { result } = report;
  const strict = report.strict?.filter(({ kind }) => kind !== 'violation') ?? [];
  const wrong = [
    ...verdictParts(result).map(({ text }) => text),
    ...(strict.length > 0 ? [`${plural(strict.length, 'thing')} that --strict fails on`] : []),
  ];
  const extent = `${plural(result.files, 'file')}, ${plural(result.rules, 'rule')}`;
  const hasFix = result.violations.some((violation) => !violation.exemption && untriedOutlook(report, violation));
  const findings = plural(result.findings.length, 'finding');
  return [
    `specflow: ${wrong.length > 0 ? wrong.join(', ') : `clean, ${extent}`}`,
    ...(hasFix ? ['[heal] = specflow heal has a fix to try'] : []),
    ...(result.findings.length > 0 ? [`${findings}: --format pretty`] : []),
  ].join('; ');
}
