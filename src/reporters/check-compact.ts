import { sanitize } from '../model/sanitize.js';
import { locationText } from './location-text.js';
import type { CheckReport, Reporter } from './report.js';
import { entriesOf, type ReportEntry } from './report-entries.js';

/** One line a violation in the form compilers use, which editors and grep understand. */
export const checkCompact: Reporter<CheckReport> = {
  summary: 'one line a violation, as compilers print them',
  carriesProblems: true,
  render(report, { quiet }) {
    return entriesOf(report)
      .filter(({ severity }) => !quiet || severity !== 'note')
      .map((entry) => `${sanitize(compactLine(entry))}\n`)
      .join('');
  },
};

function compactLine({ kind, severity, id, spot, message, hint }: ReportEntry): string {
  const place = spot === null ? 'specflow' : locationText(spot.file, spot.line, spot.column);
  const help = kind === 'violation' || hint === null ? '' : ` ${hint}`;
  return `${place}: ${severity} ${id} ${message}${help}`;
}
