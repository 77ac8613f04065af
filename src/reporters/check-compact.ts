import { sanitize } from '../model/sanitize.js';
import type { CheckReport, Reporter } from './report.js';
import { entriesOf, entryText, type ReportEntry } from './report-entries.js';
import { locationText } from './text/location-text.js';

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

function compactLine(entry: ReportEntry): string {
  const { kind, severity, id, spot, message } = entry;
  const place = spot === null ? 'specflow' : locationText(spot.file, spot.line, spot.column);
  return `${place}: ${severity} ${id} ${kind === 'violation' ? message : entryText(entry)}`;
}
