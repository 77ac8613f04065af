import { plural } from '../../model/plural.js';
import { sanitize } from '../../model/sanitize.js';
import type { Violation } from '../../model/violation.js';
import { checkAgent } from '../../reporters/check-agent.js';
import type { CheckReport } from '../../reporters/report.js';
import { commandText } from '../../reporters/text/command-text.js';
import { untriedOutlook } from '../../reporters/untried-outlook.js';

/** What is wrong in one project. */
export interface Told {
  readonly report: CheckReport;
  /** The project below the folder where the agent works; empty where it works in the project. */
  readonly below: string;
}

const MAX_VIOLATION_LINES = 7;
const MAX_LINE = 400;

/**
 * What an agent is told about its work, in at most ten lines: one a violation, with the remedy.
 * @param told at least one project
 * @param trouble why something could not be judged besides, one line; null where all was
 */
export function feedbackText(told: readonly Told[], trouble: string | null): string {
  const lines = told.flatMap(violationLines);
  const shown = lines.length > MAX_VIOLATION_LINES ? lines.slice(0, MAX_VIOLATION_LINES - 1) : lines;
  const left = lines.length - shown.length;
  const mendable = told.filter(({ report }) => report.result.violations.some((each) => untriedOutlook(report, each)));
  return [
    `specflow: ${plural(lines.length, 'contract violation')}. Mend the code; do not change contracts or suppress.`,
    ...shown,
    ...(left > 0 ? [`and ${left} more: ${commands(told, 'check')}`] : []),
    ...(mendable.length > 0 ? [`[heal]: ${commands(mendable, 'heal')} has a fix to try`] : []),
    ...(trouble === null ? [] : [`not judged: ${sanitize(trouble)}`]),
  ]
    .map((line) => `${line.length > MAX_LINE ? `${line.slice(0, MAX_LINE)}…` : line}\n`)
    .join('');
}

function violationLines({ report, below }: Told): readonly string[] {
  const seen = below === '' ? report : seenFromAbove(report, below);
  return checkAgent.render(seen, { color: false, width: MAX_LINE, quiet: true }).trimEnd().split('\n');
}

/** With paths as they are from where the agent works. */
function seenFromAbove(report: CheckReport, below: string): CheckReport {
  const { result, outlooks, left } = report;
  const moved = new Map<Violation, Violation>(
    result.violations.map((each) => [each, { ...each, file: each.file && `${below}/${each.file}` }]),
  );
  const rekeyed = <T>(map: ReadonlyMap<Violation, T>): ReadonlyMap<Violation, T> =>
    new Map([...map].map(([violation, value]) => [moved.get(violation) ?? violation, value]));
  return {
    ...report,
    result: { ...result, violations: [...moved.values()] },
    outlooks: rekeyed(outlooks),
    ...(left ? { left: rekeyed(left) } : {}),
  };
}

function commands(told: readonly Told[], command: string): string {
  return told.map((each) => commandFor(each, command)).join(' and ');
}

function commandFor({ report, below }: Told, command: string): string {
  const files = [...new Set(report.result.violations.flatMap(({ file }) => file ?? []))];
  const [only] = files;
  const words = commandText(['npx', 'specflow', command, ...(files.length === 1 && only !== undefined ? [only] : [])]);
  return below === '' ? words : `(${commandText(['cd', below])} && ${words})`;
}
