import { exitCodeOf } from '../../model/exit-code.js';
import type { Problem } from '../../model/problem.js';
import { errLineWidth, lineWidth } from '../../platform/terminal.js';
import { HEAL_REPORTERS } from '../../reporters/index.js';
import type { HealReport } from '../../reporters/report.js';
import type { OutputRequest } from '../options/options.js';
import { reportProblem } from '../output/report-problem.js';
import { writeOutputs } from '../output/write-outputs.js';
import type { Session } from '../workspace/session.js';

/** How `heal` shows what it did. */
export interface PresentOptions {
  readonly dryRun?: true;
  readonly showSecrets?: true;
  readonly format: string;
  readonly output: readonly OutputRequest[];
  readonly quiet?: true;
}

/**
 * Writes and prints a report, and concludes with its exit code.
 * @param report what stays on disk by itself, masked; what was asked for may be shown in full
 * @param unwritten what of the run could not be kept on disk
 */
export function presentHeal(
  report: HealReport,
  unwritten: readonly Problem[],
  options: PresentOptions,
  session: Session,
): void {
  const { result, reportFile } = report;
  const shown = {
    ...report,
    reportFile: unwritten.some(({ file }) => file === reportFile) ? null : reportFile,
    showSecrets: options.showSecrets === true,
  };
  writeOutputs(options.output, HEAL_REPORTERS, shown, session.cwd);
  print(shown, unwritten, options, session);
  const isLeft = result.outcomes.some(({ status }) => status !== 'healed');
  session.conclude(exitCodeOf([...result.problems, ...unwritten], isLeft));
}

/** A dry run is its diff: in the pretty format that alone is data, and what is said about it goes to stderr. */
function print(report: HealReport, unwritten: readonly Problem[], options: PresentOptions, session: Session): void {
  const { terminal } = session;
  const { format, quiet, dryRun } = options;
  const style = {
    color: terminal.color,
    width: terminal.columns,
    rowWidth: lineWidth(terminal),
    quiet: quiet === true,
  };
  const reporter = HEAL_REPORTERS[format];
  if (dryRun && format === 'pretty') {
    terminal.out(HEAL_REPORTERS.diff?.render(report, style) ?? '');
    terminal.err(
      reporter?.render(report, { ...style, color: terminal.errColor, rowWidth: errLineWidth(terminal) }) ?? '',
    );
  } else terminal.out(reporter?.render(report, style) ?? '');
  const untold = reporter?.carriesProblems ? unwritten : [...report.result.problems, ...unwritten];
  for (const problem of untold) reportProblem(problem, session);
}
