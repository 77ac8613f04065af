import { loadConfig } from '../../config/load-config.js';
import type { FindingRecord } from '../../findings/finding-record.js';
import { readFindings } from '../../findings/findings-folder.js';
import { overdue } from '../../findings/sync-findings.js';
import { exitCodeOf } from '../../model/exit-code.js';
import { UsageError, usageError } from '../../model/problem.js';
import { sanitize } from '../../model/sanitize.js';
import { findProjectRoot } from '../../platform/project-root.js';
import { lineWidth, type Terminal } from '../../platform/terminal.js';
import { printJson } from '../../reporters/print-json.js';
import { type Field, fieldsText } from '../../reporters/text/fields-text.js';
import { locationText } from '../../reporters/text/location-text.js';
import { paletteOf } from '../../reporters/text/palette.js';
import { tableRows } from '../../reporters/text/table-text.js';
import { wrapLines, wrapText } from '../../reporters/text/wrap-text.js';
import type { ShapeChoice } from '../options/options.js';
import { reportProblem } from '../output/report-problem.js';
import type { Session } from '../workspace/session.js';

export interface ListOptions extends ShapeChoice {
  readonly status?: 'open' | 'accepted' | 'dismissed' | 'deferred' | 'promoted' | 'all';
}

export function listFindings({ status, format }: ListOptions, session: Session): void {
  const { terminal, clock } = session;
  const root = findProjectRoot(session.cwd);
  const { records, problems } = readFindings(root);
  for (const problem of problems) reportProblem(problem, session);
  session.conclude(exitCodeOf(problems, false));
  const today = clock.today();
  const days = loadConfig(root).findings.decideWithinDays;
  const shown = records.filter((record) => isWanted(record, status, today));
  const listed = shown.map((record) => ({ ...record, overdue: overdue(record, today, days) }));
  if (format === 'json') terminal.out(printJson({ schemaVersion: 1, findings: listed.map(toJson) }));
  // What could not be read may be what is asked for.
  else if (listed.length > 0 || problems.length === 0) terminal.out(listText(listed, status, terminal));
}

type Listed = FindingRecord & { readonly overdue: string | null };

function toJson({ tried: _, ...told }: Listed): object {
  return told;
}

const HEADING = ['ID', 'STATUS', 'SINCE', 'WHAT', 'RULE', 'WHERE'];

function listText(listed: readonly Listed[], status: ListOptions['status'], terminal: Terminal): string {
  if (listed.length === 0) return status === undefined ? 'No finding waits for a decision.\n' : 'None.\n';
  const [heading, ...rows] = tableRows(HEADING, listed.map(rowOf), paletteOf(terminal.color), lineWidth(terminal));
  const entries = rows.map(
    (row, index) => `${row}\n  ${firstLine(listed[index]?.message ?? '', terminal.columns - 4)}`,
  );
  const table = `${[heading, ...entries].join('\n')}\n`;
  return status === undefined ? table + wrapLines(DECIDE, lineWidth(terminal), 2) : table;
}

const DECIDE = '\nDecide with: specflow findings decide <id> --accept, --dismiss or --defer\n';

/** `findings show` tells the rest. */
function firstLine(message: string, width: number): string {
  const [first = '', ...rest] = wrapText(sanitize(message), width);
  return rest.length === 0 ? first : `${first} …`;
}

function isWanted({ decision }: FindingRecord, status: ListOptions['status'], today: string): boolean {
  if (status === 'all') return true;
  if (status !== undefined) return (decision?.kind ?? 'open') === status;
  return decision === null || (decision.kind === 'deferred' && decision.until <= today);
}

function rowOf({ id, decision, firstSeen, code, ruleId, file, line, overdue: late }: Listed): readonly string[] {
  const status = `${decision?.kind ?? 'open'}${late === null ? '' : ', overdue'}`;
  return [id, status, firstSeen, code, ruleId ?? '-', file === null ? '-' : locationText(file, line, null)];
}

export function showFinding(id: string, asJson: boolean, session: Session): void {
  const { terminal, clock } = session;
  const root = findProjectRoot(session.cwd);
  const record = findingNamed(id, root);
  session.conclude(0);
  if (asJson) {
    const late = overdue(record, clock.today(), loadConfig(root).findings.decideWithinDays);
    terminal.out(printJson({ schemaVersion: 1, finding: toJson({ ...record, overdue: late }) }));
    return;
  }
  const palette = paletteOf(terminal.color);
  const { file, line, ruleId, help, evidence } = record;
  const fields: readonly Field[] = [
    { name: 'rule', value: ruleId },
    { name: 'where', value: file === null ? null : locationText(file, line, null) },
    { name: 'since', value: record.firstSeen },
    { name: 'status', value: decisionText(record) },
    { name: 'evidence', value: evidence, isCode: true },
    { name: 'help', value: help },
  ];
  terminal.out(`${palette.bold(record.id)}  ${palette.cyan(sanitize(record.code))}\n`);
  for (const text of wrapText(sanitize(record.message), terminal.columns)) terminal.out(`${text}\n`);
  terminal.out(fieldsText(fields, terminal.columns));
}

function decisionText({ decision }: FindingRecord): string {
  if (decision === null) return 'open';
  const { kind, day } = decision;
  switch (kind) {
    case 'accepted':
    case 'dismissed':
      return `${kind} on ${day}${decision.reason === null ? '' : `: ${decision.reason}`}`;
    case 'deferred':
      return `deferred on ${day} until ${decision.until}${decision.reason === null ? '' : `: ${decision.reason}`}`;
    case 'promoted':
      return `promoted on ${day} to the rule ${decision.ruleId}`;
  }
}

/** @param id or its first characters @throws UsageError where none, or several, are meant */
export function findingNamed(id: string, root: string): FindingRecord {
  const { records, problems } = readFindings(root);
  const [found, ...others] = records.filter((record) => id !== '' && record.id.startsWith(id));
  if (found && others.length === 0) return found;
  const [unread, ...more] = problems;
  if (!found && unread) throw new UsageError(unread, undefined, more);
  const what = found ? `${others.length + 1} findings begin with ${id}.` : `There is no finding called ${id}.`;
  throw usageError('usage/unknown-finding', what, 'See: specflow findings list --status all');
}
