import { countsOf } from '../model/check-result.js';
import { groupBy } from '../model/group-by.js';
import { plural } from '../model/plural.js';
import type { CheckReport, Reporter } from './report.js';
import { entriesOf, type ReportEntry, remedyWord, type Spot, worstFirst } from './report-entries.js';
import { commandText } from './text/command-text.js';
import { locationText } from './text/location-text.js';
import { codeSpan, proseOf } from './text/markdown.js';
import { outlookText } from './text/outlook-text.js';
import { verdictParts } from './verdict-parts.js';

/** Room for the table; a comment on GitHub holds 65,536 characters in all. */
const TABLE_ROOM = 45_000;
const LIST_ROOM = 7_000;
const STRICT_ROOM = 1_000;

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
      ...strictBlocks(report),
      ...(problems === '' ? [] : ['### Problems', problems]),
      ...tableOf(of('violation'), report),
      ...exemptLine(report),
      '### Findings',
      findings === '' ? 'None.' : findings,
      `<sub>${plural(report.result.files, 'file')}, ${plural(report.result.rules, 'rule')} checked.</sub>`,
    ];
    return `${blocks.join('\n\n')}\n`;
  },
};

function headline({ result }: CheckReport): string {
  const parts = verdictParts(result).map(({ text }) => text);
  const { brokenFiles } = countsOf(result);
  if (parts.length === 0) return 'no violations';
  return `${parts.join(', ')}${brokenFiles > 0 ? ` in ${plural(brokenFiles, 'file')}` : ''}`;
}

function strictBlocks({ strict = [] }: CheckReport): readonly string[] {
  if (strict.length === 0) return [];
  const times = groupBy(strict, ({ id }) => id);
  const named = [...times].map(([id, each]) => `${code(id)}${each.length > 1 ? ` (${each.length})` : ''}`);
  const { shown, leftOut } = fitting(named, STRICT_ROOM);
  const more = leftOut > 0 ? [`${leftOut} more`] : [];
  return [`**--strict fails on ${plural(strict.length, 'more thing')}:** ${[...shown, ...more].join(', ')}`];
}

function tableOf(entries: readonly ReportEntry[], { healScope = [] }: CheckReport): readonly string[] {
  if (entries.length === 0) return [];
  const { shown, leftOut } = fitting(entries.map(rowOf), TABLE_ROOM);
  const more = leftOut > 0 ? [`… and ${leftOut} more: \`specflow check\` lists them all.`] : [];
  const fixable = entries.filter(({ outlook }) => outlook !== null).length;
  const next =
    fixable > 0 && healScope !== null
      ? [
          `Next: ${code(commandText(['specflow', 'heal', '--dry-run', ...healScope]))} (it has a fix to try for ${fixable} of ${entries.length})`,
        ]
      : [];
  return [['| | Rule | Where | What |', '| --- | --- | --- | --- |', ...shown].join('\n'), ...more, ...next];
}

function rowOf({ severity, id, spot, message, hint, outlook }: ReportEntry): string {
  const lines = [
    prose(message),
    ...(hint === null ? [] : [`**Fix:** ${prose(hint)}`]),
    ...(outlook === null ? [] : [`Heal would try ${cell(code(outlookText(outlook)))}`]),
  ];
  const where = spot === null ? '' : cell(code(placeOf(spot)));
  return `| ${severity} | ${cell(code(id))} | ${where} | ${lines.join('<br>')} |`;
}

function listOf(entries: readonly ReportEntry[]): string {
  const lines = entries.map(({ kind, severity, id, spot, message, hint }) => {
    const words = severity === 'error' ? '**error** ' : '';
    const where = spot === null ? '' : ` ${code(placeOf(spot))}`;
    return `- ${words}${code(id)}${where}: ${prose(message)}${hint === null ? '' : ` **${remedyWord(kind)}:** ${prose(hint)}`}`;
  });
  const { shown, leftOut } = fitting(lines, LIST_ROOM);
  return [...shown, ...(leftOut > 0 ? [`- … and ${leftOut} more`] : [])].join('\n');
}

function exemptLine({ result }: CheckReport): readonly string[] {
  const { exempt } = countsOf(result);
  return exempt === 0 ? [] : [`${plural(exempt, 'violation')} exempt by waiver, suppression or baseline.`];
}

/** As many lines as there is room for, but always one. */
function fitting(
  lines: readonly string[],
  room: number,
): { readonly shown: readonly string[]; readonly leftOut: number } {
  let used = 0;
  const overflow = lines.findIndex((line, index) => {
    used += line.length + 1;
    return index > 0 && used > room;
  });
  const count = overflow === -1 ? lines.length : overflow;
  return { shown: lines.slice(0, count), leftOut: lines.length - count };
}

function placeOf({ file, line, column }: Spot): string {
  return locationText(file, line, column);
}

const LONGEST_TEXT = 500;

function shorten(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}

/** Prose that mentions nobody and refers to no issue, for the server that shows a comment reads it too. */
function prose(text: string): string {
  return proseOf(shorten(text)).replace(/(@(?=\w)|\\#(?=\d))/g, '$1<!-- -->');
}

function code(text: string): string {
  return codeSpan(shorten(text));
}

/** A table ends a cell at every bar, in a code span too. */
function cell(markdown: string): string {
  return markdown.replaceAll('|', '\\|');
}
