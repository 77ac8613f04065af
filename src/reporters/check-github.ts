import { plural } from '../model/plural.js';
import { sanitize } from '../model/sanitize.js';
import type { CheckReport, Reporter } from './report.js';
import { type EntrySeverity, entriesOf, type ReportEntry, remedyWord, worstFirst } from './report-entries.js';
import { outlookText } from './text/outlook-text.js';

/** GitHub shows ten annotations of a kind in a step and drops the rest; fifty a job, which three kinds never reach. */
const SHOWN_PER_KIND = 10;

/** Workflow commands that become annotations on the lines of a pull request. */
export const checkGithub: Reporter<CheckReport> = {
  summary: 'annotations of a GitHub Actions step, the worst first',
  carriesProblems: true,
  render(report) {
    const entries = worstFirst(entriesOf(report));
    const shown = [...firstOf(entries, 'error'), ...firstOf(entries, 'warning')];
    const notes = firstOf(entries, 'note');
    // What was left out is told in an annotation too, and must itself be among the ten.
    const told = shown.length + notes.length < entries.length ? notes.slice(0, SHOWN_PER_KIND - 1) : notes;
    const annotated = [...shown, ...told];
    const leftOut = entries.filter((entry) => !annotated.includes(entry));
    return [...annotated.map(annotation), ...(leftOut.length > 0 ? [leftOutNotice(leftOut)] : [])].join('');
  },
};

function firstOf(entries: readonly ReportEntry[], severity: EntrySeverity): readonly ReportEntry[] {
  return entries.filter((entry) => entry.severity === severity).slice(0, SHOWN_PER_KIND);
}

const COMMAND: Readonly<Record<EntrySeverity, string>> = { error: 'error', warning: 'warning', note: 'notice' };

function annotation({ kind, severity, id, spot, message, hint, outlook }: ReportEntry): string {
  const lines = [
    message,
    ...(hint === null ? [] : [`${remedyWord(kind)}: ${hint}`]),
    ...(outlook === null ? [] : [`specflow heal would try ${outlookText(outlook)}`]),
  ];
  const line = spot === null ? null : spot.line;
  const endLine = spot?.end?.line ?? line;
  const isOneLine = line === endLine;
  return command(
    COMMAND[severity],
    {
      file: spot?.file ?? null,
      line,
      endLine,
      col: isOneLine ? (spot?.column ?? null) : null,
      endColumn: isOneLine ? (spot?.end?.column ?? null) : null,
      title: id,
    },
    lines,
  );
}

function leftOutNotice(leftOut: readonly ReportEntry[]): string {
  const count = (severity: EntrySeverity): number => leftOut.filter((entry) => entry.severity === severity).length;
  const kinds = (['error', 'warning', 'note'] as const)
    .filter((severity) => count(severity) > 0)
    .map((severity) => plural(count(severity), severity));
  const why = `GitHub shows ${SHOWN_PER_KIND} annotations of a kind.`;
  return command('notice', { title: 'specflow' }, [
    `${leftOut.length} more not shown here: ${kinds.join(', ')}. ${why}`,
    'All of them: specflow check -o markdown="$GITHUB_STEP_SUMMARY"',
  ]);
}

function command(
  name: string,
  properties: Readonly<Record<string, string | number | null>>,
  lines: readonly string[],
): string {
  const written = Object.entries(properties).flatMap(([key, value]) =>
    value === null ? [] : [`${key}=${escapeProperty(sanitize(String(value)))}`],
  );
  return `::${name} ${written.join(',')}::${lines.map((line) => escapeData(sanitize(line))).join('%0A')}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
