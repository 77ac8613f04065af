import { countsOf } from '../model/check-result.js';
import { codeSpan, proseOf } from './markdown.js';
import { outlookText } from './outlook-text.js';
import { plural } from './plural.js';
import type { CheckReport, Reporter } from './report.js';
import { entriesOf, type ReportEntry, worstFirst } from './report-entries.js';

/** Room for the table; a comment on GitHub holds 65,536 characters in all. */
const TABLE_ROOM = 45_000;
const LIST_ROOM = 7_000;

/** A comment on a pull request, or the summary of a CI job. */
export const checkMarkdown: Reporter<CheckReport> = {
  summary: 'a comment for a pull request or a CI job summary',
  carriesProblems: true,
  render(report) {
    const entries = worstFirst(entriesOf(report));
    const of = (kind: ReportEntry['kind']): readonly ReportEntry[] => entries.filter((entry) => entry.kind === kind);
    const findings = listOf(of('finding'));
    const problems = listOf(of('problem'));
    const blocks = [
      // Lets a bot find its own comment and write it anew.
      '<!-- specflow -->',
      `## Specflow: ${headline(report)}`,
      ...(problems === '' ? [] : ['### Problems', problems]),
      ...tableOf(of('violation')),
      ...exemptLine(report),
      '### Findings',
      findings === '' ? 'None.' : findings,
      `<sub>${plural(report.result.files, 'file')}, ${plural(report.result.rules, 'rule')} checked.</sub>`,
    ];
    return `${blocks.join('\n\n')}\n`;
  },
};

function headline({ result }: CheckReport): string {
  const { errors, warnings, brokenFiles } = countsOf(result);
  const counts = [
    errors > 0 ? plural(errors, 'error') : null,
    warnings > 0 ? plural(warnings, 'warning') : null,
    result.problems.length > 0 ? plural(result.problems.length, 'problem') : null,
  ].filter((part) => part !== null);
  if (counts.length === 0) return 'no violations';
  return `${counts.join(', ')}${brokenFiles > 0 ? ` in ${plural(brokenFiles, 'file')}` : ''}`;
}

function tableOf(entries: readonly ReportEntry[]): readonly string[] {
  if (entries.length === 0) return [];
  const { shown, leftOut } = fitting(entries.map(rowOf), TABLE_ROOM);
  const more = leftOut > 0 ? [`… and ${leftOut} more: \`specflow check\` lists them all.`] : [];
  const mendable = entries.filter(({ outlook }) => outlook !== null).length;
  const next = mendable > 0 ? [`Next: \`specflow heal --dry-run\` (${mendable} of ${entries.length} can be mended)`] : [];
  return [['| | Rule | Where | What |', '| --- | --- | --- | --- |', ...shown].join('\n'), ...more, ...next];
}

function rowOf({ severity, id, spot, message, hint, outlook }: ReportEntry): string {
  const lines = [
    prose(message),
    ...(hint === null ? [] : [`**Fix:** ${prose(hint)}`]),
    ...(outlook === null ? [] : [`Mended by ${cell(codeSpan(outlookText(outlook)))}`]),
  ];
  const where = spot === null ? '' : cell(codeSpan(placeOf(spot)));
  return `| ${severity} | ${cell(codeSpan(id))} | ${where} | ${lines.join('<br>')} |`;
}

function listOf(entries: readonly ReportEntry[]): string {
  const lines = entries.map(({ severity, id, spot, message, hint }) => {
    const words = severity === 'error' ? '**error** ' : '';
    const where = spot === null ? '' : ` ${codeSpan(placeOf(spot))}`;
    return `- ${words}${codeSpan(id)}${where}: ${prose(message)}${hint === null ? '' : ` **Fix:** ${prose(hint)}`}`;
  });
  const { shown, leftOut } = fitting(lines, LIST_ROOM);
  return [...shown, ...(leftOut > 0 ? [`- … and ${leftOut} more`] : [])].join('\n');
}

function exemptLine({ result }: CheckReport): readonly string[] {
  const { exempt } = countsOf(result);
  return exempt === 0 ? [] : [`${plural(exempt, 'violation')} exempt by waiver, suppression or baseline.`];
}

/** As many lines as there is room for, but always one. */
function fitting(lines: readonly string[], room: number): { readonly shown: readonly string[]; readonly leftOut: number } {
  let used = 0;
  const shown = lines.filter((line, index) => (used += line.length + 1) <= room || index === 0);
  return { shown, leftOut: lines.length - shown.length };
}

function placeOf({ file, line, column }: NonNullable<ReportEntry['spot']>): string {
  return [file, line, column].filter((part) => part !== null).join(':');
}

const LONGEST_PROSE = 500;

/** Prose that mentions nobody and refers to no issue, for a comment is read by a server too. */
function prose(text: string): string {
  const short = text.length > LONGEST_PROSE ? `${text.slice(0, LONGEST_PROSE)}…` : text;
  return proseOf(short).replace(/(@|\\#)(?=\w)/g, '$1<!-- -->');
}

/** A table ends a cell at every bar, in a code span too. */
function cell(markdown: string): string {
  return markdown.replaceAll('|', '\\|');
}
