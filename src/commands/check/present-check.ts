import { isSlack, strictFailures } from '../../exemptions/strict-failures.js';
import { readFindings } from '../../findings/findings-folder.js';
import { withoutDecided } from '../../findings/sync-findings.js';
import { outlooksOf } from '../../heal/outlook/outlooks-of.js';
import { type CheckResult, countsOf } from '../../model/check-result.js';
import type { Rule } from '../../model/contract.js';
import { exitCodeOf } from '../../model/exit-code.js';
import type { Finding } from '../../model/finding.js';
import { plural } from '../../model/plural.js';
import type { Problem } from '../../model/problem.js';
import { sanitize } from '../../model/sanitize.js';
import type { StrictFailure } from '../../model/strict-failure.js';
import { readPatternFile } from '../../pattern-store/pattern-file.js';
import { readStore } from '../../pattern-store/read-store.js';
import { boundedTo } from '../../platform/runtime/run-bounded.js';
import { errLineWidth, lineWidth } from '../../platform/terminal.js';
import type { CheckReport, Reporter } from '../../reporters/report.js';
import { locationText } from '../../reporters/text/location-text.js';
import { wrapIndented } from '../../reporters/text/wrap-text.js';
import { interruptedFinding, interruptedRuns } from '../../runs/interrupted-runs.js';
import { leftByHeal } from '../findings/left-by-heal.js';
import { overdueFindings } from '../findings/overdue-findings.js';
import type { OutputRequest } from '../options/options.js';
import { reportBlindSpots, reportProblem } from '../output/report-problem.js';
import { sayBeside } from '../output/say.js';
import { writeOutputs } from '../output/write-outputs.js';
import type { Session } from '../workspace/session.js';
import type { Workspace } from '../workspace/workspace.js';

/** How `check` and `report merge` show what was found. */
export interface PresentOptions {
  readonly format: string;
  readonly output: readonly OutputRequest[];
  readonly quiet?: true;
  readonly strict?: true;
  readonly findings?: true;
}

interface Notes {
  readonly problems: readonly Problem[];
  readonly findings: readonly Finding[];
}

/** With what heal would try, and what is wrong with the store: that does not stop a check, but is not silent either. */
export function checkReportOf(
  found: CheckResult,
  rules: readonly Rule[],
  more: Notes,
  workspace: Workspace,
  session: Session,
): CheckReport {
  const { config, root } = workspace;
  // Only a forecast needs the evidence, and a clean check forecasts nothing.
  const isClean = found.violations.length === 0;
  const store = isClean ? readPatternFile(root, workspace.policy) : readStore(root, workspace.policy);
  const known = readFindings(root, workspace.policy);
  const patterns = store.store?.patterns ?? [];
  const within = boundedTo(config.timeLimits.ruleMs);
  const outlook = outlooksOf(found.violations, patterns, config.healLoop, session.clock.today(), within);
  const result = {
    ...found,
    problems: [...found.problems, ...more.problems, ...store.problems, ...known.problems],
    findings: withoutDecided(
      [
        ...found.findings,
        ...more.findings,
        ...store.findings,
        ...outlook.findings,
        ...interruptedRuns(root).map(interruptedFinding),
      ],
      known.records,
      session.clock.today(),
    ),
  };
  const left = leftByHeal(outlook.outlooks.keys(), found.violations, known.records);
  return { result, rules, outlooks: outlook.outlooks, left, toolVersion: session.toolVersion };
}

/** Whether a format was asked for that shows what heal would write. */
export function wantsFixes({ format, output }: PresentOptions): boolean {
  return [format, ...output.map((each) => each.format)].includes('sarif');
}

/** Writes and prints a report, and concludes with its exit code. */
export function presentCheck<Report extends CheckReport>(
  report: Report,
  reporters: Readonly<Record<string, Reporter<Report>>>,
  options: PresentOptions,
  workspace: Workspace,
  session: Session,
): void {
  const { result } = report;
  const failures = options.strict ? strictFailures(result) : [];
  const shown = options.strict ? { ...report, strict: failures } : report;
  writeOutputs(options.output, reporters, shown, session.cwd);
  print(shown, reporters[options.format], options, session);
  if (failures.length > 0) {
    session.terminal.err(
      `--strict fails on ${plural(failures.length, 'more thing')}:\n${strictText(failures, errLineWidth(session.terminal))}`,
    );
  }
  const late = options.findings ? overdueFindings(workspace, session.clock.today()) : [];
  if (late.length > 0)
    sayBeside(`--findings fails on ${plural(late.length, 'overdue decision')}:\n${late.join('')}`, session.terminal);
  const isFailed = countsOf(result).errors > 0 || failures.length > 0 || late.length > 0;
  session.conclude(exitCodeOf(result.problems, isFailed));
}

/** Every report names its warnings already. */
function strictText(failures: readonly StrictFailure[], width: number): string {
  const warnings = failures.filter(({ kind }) => kind === 'violation').length;
  const lines = failures
    .filter(({ kind }) => kind !== 'violation')
    .flatMap(({ id, file, line, message }) => {
      const place = file === null ? '' : `  ${locationText(file, line, null)}`;
      return wrapIndented(`  ${sanitize(id)}${place}  ${sanitize(message)}`, width, 2).map((each) => `${each}\n`);
    });
  const hint = failures.some(({ id }) => id === 'scope/empty') ? wrapIndented(EMPTY_HINT, width) : [];
  return [
    ...(warnings > 0 ? [`  ${plural(warnings, 'warning')} of the report\n`] : []),
    ...lines,
    ...hint.map((each) => `${each}\n`),
  ].join('');
}

/** Rules may be there before the files they are for, as starter contracts are. */
const EMPTY_HINT =
  '  If files for an empty scope are yet to come: specflow findings sync, then specflow findings decide <id> --dismiss --reason "…"';

function print<Report extends CheckReport>(
  report: Report,
  reporter: Reporter<Report> | undefined,
  { quiet, strict }: PresentOptions,
  session: Session,
): void {
  const { terminal } = session;
  const style = {
    color: terminal.color,
    width: terminal.columns,
    rowWidth: lineWidth(terminal),
    quiet: quiet === true,
  };
  terminal.out(reporter?.render(report, style) ?? '');
  if (!reporter?.carriesProblems) for (const problem of report.result.problems) reportProblem(problem, session);
  // What a strict run fails by is told at its end.
  const { files, findings } = report.result;
  const untold = strict ? findings.filter((finding) => !isSlack(finding)) : findings;
  if (quiet || !reporter?.carriesProblems) reportBlindSpots({ files, findings: untold }, session);
}
