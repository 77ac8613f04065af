import { groupBy } from '../model/group-by.js';
import type { CheckReport, Reporter } from './report.js';
import { type EntrySeverity, entriesOf, entryFile, entryText, type ReportEntry } from './report-entries.js';
import { attributes } from './text/markup.js';

/** The XML of Checkstyle, which Jenkins, reviewdog and many others read. */
export const checkCheckstyle: Reporter<CheckReport> = {
  summary: 'the XML of Checkstyle, which many CI systems read',
  carriesProblems: true,
  render(report) {
    const files = [...groupBy(entriesOf(report), entryFile)].map(([file, entries]) => fileElement(file, entries));
    return `<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n${files.join('')}</checkstyle>\n`;
  },
};

function fileElement(file: string, entries: readonly ReportEntry[]): string {
  return `  <file${attributes({ name: file })}>\n${entries.map(errorElement).join('')}  </file>\n`;
}

const SEVERITY: Readonly<Record<EntrySeverity, string>> = { error: 'error', warning: 'warning', note: 'info' };

function errorElement(entry: ReportEntry): string {
  const { severity, id, spot } = entry;
  const written = attributes({
    line: spot?.line ?? 1,
    column: spot?.column ?? null,
    severity: SEVERITY[severity],
    message: entryText(entry),
    source: `specflow.${id}`,
  });
  return `    <error${written}/>\n`;
}
