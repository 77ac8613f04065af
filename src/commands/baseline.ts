import { Command } from 'commander';
import { enforce } from '../enforce.js';
import { pickRules } from '../engine/selection/pick-rules.js';
import { type Baseline, EMPTY_BASELINE } from '../exemptions/baseline.js';
import { BASELINE_FILE, type BaselineRead, readBaselineFile, writeBaselineFile } from '../exemptions/baseline-file.js';
import { type BaselineChange, pruneBaseline, updateBaseline } from '../exemptions/shrink-baseline.js';
import { type ExitCode, exitCodeOf } from '../model/exit-code.js';
import { plural } from '../model/plural.js';
import { UsageError, usageError } from '../model/problem.js';
import { sanitize } from '../model/sanitize.js';
import { openWorkingTree } from '../platform/files/working-tree.js';
import { findProjectRoot } from '../platform/project-root.js';
import { lineWidth } from '../platform/terminal.js';
import { prescanTree } from '../prescan/prescan-tree.js';
import { printJson } from '../reporters/print-json.js';
import { locationText } from '../reporters/text/location-text.js';
import { paletteOf } from '../reporters/text/palette.js';
import { tableText } from '../reporters/text/table-text.js';
import { isCode } from '../syntax/is-code.js';
import { idsOption, type ShapeChoice, shapeOption } from './options/options.js';
import { meansAllRules, ruleChoice } from './options/rule-choice.js';
import { reportProblem } from './output/report-problem.js';
import { requireWritten } from './output/require-written.js';
import { say, sayBeside } from './output/say.js';
import type { Session } from './workspace/session.js';
import { withStoreLock } from './workspace/store-lock.js';
import { openWorkspace } from './workspace/workspace.js';

interface BaselineOptions {
  readonly rule: readonly string[];
  readonly contract: readonly string[];
  readonly force?: true;
}

export function baselineCommand(session: Session): Command {
  const command = new Command('baseline').description(
    'Record the violations a project starts with, so that only new ones count. The record may only shrink.',
  );
  const withChoice = (name: string): Command =>
    command
      .command(name)
      .addOption(idsOption('-r, --rule <id>', 'only violations of this rule; may be repeated'))
      .addOption(idsOption('-c, --contract <id>', 'only rules of this contract; may be repeated'));
  withChoice('create')
    .description(`write every violation there is now to ${BASELINE_FILE}`)
    .action((options: BaselineOptions) => create(options, session));
  withChoice('update')
    .description('drop what is mended and record the rest as it is now')
    .option('--force', 'take in new violations too')
    .action((options: BaselineOptions) => update(options, session));
  withChoice('prune')
    .description('drop what is mended, and change nothing else')
    .action((options: BaselineOptions) => prune(options, session));
  command
    .command('show')
    .description('list what is known, by rule and file')
    .addOption(shapeOption())
    .action(({ format }: ShapeChoice) => show(format === 'json', session));
  return command;
}

function create(options: BaselineOptions, session: Session): void {
  if (readBaselineFile(findProjectRoot(session.cwd)).exists) {
    throw usageError(
      'baseline/exists',
      `${BASELINE_FILE} is there already.`,
      'Use "specflow baseline update" to shrink it, or "specflow baseline update --force" to take in new violations.',
    );
  }
  change(options, session, ({ violations, concerns }) => updateBaseline(violations, EMPTY_BASELINE, concerns, true));
}

function update(options: BaselineOptions, session: Session): void {
  openBaseline(session);
  change(options, session, ({ violations, concerns }) =>
    updateBaseline(violations, openBaseline(session), concerns, options.force === true),
  );
}

function prune(options: BaselineOptions, session: Session): void {
  openBaseline(session);
  change(options, session, ({ violations, concerns }) => ({
    ...pruneBaseline(violations, openBaseline(session), concerns),
    // Whatever else there is, pruning was not asked about it.
    left: [],
  }));
}

/** @throws UsageError where there is none, or none that can be used */
function openBaseline({ cwd }: Session): Baseline {
  const read = readBaselineFile(findProjectRoot(cwd));
  if (!read.exists)
    throw usageError('baseline/none', `There is no ${BASELINE_FILE}.`, 'Run "specflow baseline create".');
  return usable(read);
}

function usable({ baseline, problems }: BaselineRead): Baseline {
  const [problem, ...others] = problems;
  if (problem) throw new UsageError(problem, undefined, others);
  return baseline ?? EMPTY_BASELINE;
}

interface Found {
  readonly violations: Parameters<typeof updateBaseline>[0];
  readonly concerns: (ruleId: string) => boolean;
}

/** @param decide reads the baseline anew: somebody may have written it while we looked */
function change(options: BaselineOptions, session: Session, decide: (found: Found) => BaselineChange): void {
  const { root, config, loaded } = openWorkspace(session);
  const choice = ruleChoice(options);
  const tree = openWorkingTree(root, { maxFileBytes: config.maxFileBytes });
  const found = enforce({
    tree,
    prescan: prescanTree(tree, config),
    contracts: loaded,
    config,
    today: session.clock.today(),
    only: choice,
    isCode,
  });
  const code = exitCodeOf(found.problems, false);
  if (code !== 0) {
    refuse(found.problems, code, session);
    return;
  }
  const picked = new Set(pickRules(loaded, choice).map(({ id }) => id));
  const concerns = (ruleId: string): boolean => meansAllRules(choice) || picked.has(ruleId);
  const changed = withStoreLock(root, 'specflow baseline', () => {
    const next = decide({ violations: found.violations, concerns });
    requireWritten(BASELINE_FILE, writeBaselineFile(root, next.baseline));
    return next;
  });
  say(changeText(changed), session.terminal);
  session.conclude(changed.left.length > 0 ? 1 : 0);
}

/** What could not be looked at would seem to be mended. */
function refuse(problems: Parameters<typeof exitCodeOf>[0], code: ExitCode, session: Session): void {
  for (const problem of problems) reportProblem(problem, session);
  sayBeside(`${BASELINE_FILE} was not written: put right what is named above first.\n`, session.terminal);
  session.conclude(code);
}

const LEFT_SHOWN = 10;

function changeText({ kept, added, dropped, left }: BaselineChange): string {
  const counts = [
    `${plural(kept + added, 'violation')} known`,
    ...(added > 0 ? [`${added} new`] : []),
    ...(dropped > 0 ? [`${dropped} gone`] : []),
  ];
  const lines = [`${BASELINE_FILE}: ${counts.join(', ')}\n`];
  if (left.length > 0) {
    lines.push(
      `Not taken in: ${plural(left.length, 'new violation')}. Mend what is new, or take it in with --force.\n`,
    );
    for (const { rule, file, place } of left.slice(0, LEFT_SHOWN)) {
      lines.push(
        `  ${sanitize(rule.id)}  ${file === null ? 'no file' : locationText(file, place?.line ?? null, null)}\n`,
      );
    }
    if (left.length > LEFT_SHOWN) lines.push(`  … and ${left.length - LEFT_SHOWN} more\n`);
  }
  return lines.join('');
}

function show(asJson: boolean, session: Session): void {
  const { terminal } = session;
  const { entries } = openBaseline(session);
  const counts = new Map<string, { readonly ruleId: string; readonly file: string | null; readonly count: number }>();
  for (const { ruleId, file, count } of entries) {
    const key = JSON.stringify([ruleId, file]);
    counts.set(key, { ruleId, file, count: (counts.get(key)?.count ?? 0) + count });
  }
  const known = [...counts.values()];
  const total = known.reduce((sum, { count }) => sum + count, 0);
  if (asJson) terminal.out(printJson({ schemaVersion: 1, known, total }));
  else {
    const rows = known.map(({ ruleId, file, count }) => [ruleId, String(count), file ?? 'no file']);
    const files = new Set(known.map(({ file }) => file)).size;
    const table = tableText(['RULE', 'KNOWN', 'FILE'], rows, paletteOf(terminal.color), lineWidth(terminal));
    if (rows.length > 0) terminal.out(table);
    terminal.out(`${plural(total, 'violation')} known in ${plural(files, 'file')}.\n`);
  }
  session.conclude(0);
}
