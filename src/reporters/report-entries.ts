import type { HealOutlook } from '../model/check-result.js';
import type { Finding } from '../model/finding.js';
import type { Position } from '../model/position.js';
import type { Problem } from '../model/problem.js';
import type { Violation } from '../model/violation.js';
import type { CheckReport } from './report.js';
import { violationMessage } from './text/violation-message.js';
import { untriedOutlook } from './untried-outlook.js';

/** A violation, problem or finding as a line of a list, for formats that know one kind of line only. Not yet sanitised. */
export interface ReportEntry {
  readonly kind: 'violation' | 'problem' | 'finding';
  readonly severity: EntrySeverity;
  /** Rule id, or the code of a problem or finding. */
  readonly id: string;
  /** Null where no file can be named. */
  readonly spot: Spot | null;
  readonly message: string;
  /** What to do about it, in words. */
  readonly hint: string | null;
  /** What heal would try; null where it has nothing to try, or left it to a person before. */
  readonly outlook: HealOutlook | null;
  /** Null for what is not a violation. */
  readonly fingerprint: string | null;
}

export type EntrySeverity = 'error' | 'warning' | 'note';

/** A place in a file, as far as it is known; the end is exclusive. */
export interface Spot {
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly end: Position | null;
}

/** Violations that count, then problems, then findings, each in the order of the result. */
export function entriesOf(report: CheckReport): readonly ReportEntry[] {
  const { result, strict = [] } = report;
  const failing = new Set(strict.filter(({ kind }) => kind === 'finding').map(({ id, ...note }) => noteKey(id, note)));
  return [
    ...result.violations
      .filter(({ exemption }) => exemption === null)
      .map((violation) => violationEntry(violation, untriedOutlook(report, violation))),
    ...result.problems.map(problemEntry),
    ...result.findings.map((finding) => findingEntry(finding, failing.has(noteKey(finding.code, finding)))),
  ];
}

/** For formats that are cut short: what could not be looked at, then errors, warnings and notes. */
export function worstFirst(entries: readonly ReportEntry[]): readonly ReportEntry[] {
  const rank = ({ severity, kind }: ReportEntry): number => 2 * RANK[severity] + (kind === 'problem' ? 0 : 1);
  return [...entries].sort((a, b) => rank(a) - rank(b));
}

/** What a finding brings along is as often an explanation as a remedy. */
export function remedyWord(kind: ReportEntry['kind']): string {
  return kind === 'finding' ? 'Help' : 'Fix';
}

/** What is wrong and what to do about it, in one line. */
export function entryText({ kind, message, hint }: ReportEntry): string {
  if (hint === null) return message;
  const remedy = `${remedyWord(kind)}: ${hint}`;
  return /[.!?…]$/.test(message) ? `${message} ${remedy}` : `${message}. ${remedy}`;
}

/** For formats that require a path: the project's own folder says that no file of it is meant. */
export function entryFile({ spot }: ReportEntry): string {
  return spot?.file ?? '.';
}

const RANK: Readonly<Record<EntrySeverity, number>> = { error: 0, warning: 1, note: 2 };

function violationEntry(violation: Violation, outlook: HealOutlook | null): ReportEntry {
  return {
    kind: 'violation',
    severity: violation.severity,
    id: violation.rule.id,
    spot: spotOf(violation),
    message: violationMessage(violation),
    hint: violation.rule.checks[violation.checkIndex]?.autoFix?.hint ?? null,
    outlook,
    fingerprint: violation.fingerprint,
  };
}

/** Where a violation is shown; one that is nowhere stands where its contract asks for what is missing. */
export function spotOf({ file, place, rule, checkIndex }: Violation): Spot {
  if (file === null) {
    const { file: contract, line, column } = rule.checks[checkIndex]?.declaredAt ?? rule.declaredAt;
    return { file: contract, line, column, end: null };
  }
  if (place === null) return { file, line: null, column: null, end: null };
  return { file, line: place.line, column: place.column, end: { line: place.endLine, column: place.endColumn } };
}

function problemEntry({ code, severity, file, line, column, message, help }: Problem): ReportEntry {
  return {
    kind: 'problem',
    severity: severity === 'warning' ? 'warning' : 'error',
    id: code,
    spot: file === null ? null : { file, line, column, end: null },
    message,
    hint: help,
    outlook: null,
    fingerprint: null,
  };
}

function noteKey(code: string, { file, line, message }: Pick<Finding, 'file' | 'line' | 'message'>): string {
  return JSON.stringify([code, file, line, message]);
}

/** @param fails whether a strict run fails by it: who looks for the reason looks at what stands out */
function findingEntry({ code, ruleId, file, line, message, help }: Finding, fails: boolean): ReportEntry {
  return {
    kind: 'finding',
    severity: fails ? 'warning' : 'note',
    id: code,
    spot: file === null ? null : { file, line, column: null, end: null },
    message: ruleId === null || message.includes(ruleId) ? message : `${ruleId}: ${message}`,
    hint: help,
    outlook: null,
    fingerprint: null,
  };
}
