import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Command } from 'commander';
import { enforce, filesToJudge } from '../enforce.js';
import { createTypeChecker } from '../fix/create-type-checker.js';
import { createTypeOracle } from '../fix/create-type-oracle.js';
import { type HealAnswer, healViolations } from '../heal/heal.js';
import type { CheckResult } from '../model/check-result.js';
import { exitCodeOf } from '../model/exit-code.js';
import { type Problem, usageError } from '../model/problem.js';
import type { ParsedReviews } from '../pattern-store/parse-reviews.js';
import type { ParsedStore } from '../pattern-store/parse-store.js';
import { readPatternFile } from '../pattern-store/pattern-file.js';
import { readReviewFile } from '../pattern-store/review-file.js';
import { readText } from '../platform/read-text.js';
import { openWorkingTree } from '../platform/working-tree.js';
import { HEAL_REPORTERS } from '../reporters/index.js';
import type { HealReport } from '../reporters/report.js';
import { isCode } from '../syntax/is-code.js';
import { healPorts } from './heal-ports.js';
import {
  formatOption,
  formatsHelp,
  idsOption,
  type OutputRequest,
  outputOption,
  parseCount,
  parseHundredths,
  ruleChoice,
} from './options.js';
import { reportProblem } from './report-problem.js';
import { openRunRecord, type RunRecord } from './run-record.js';
import type { Session } from './session.js';
import { openWorkspace, toRootPaths, type Workspace } from './workspace.js';
import { writeOutputs } from './write-outputs.js';

const MAX_TSCONFIG_BYTES = 1024 * 1024;

interface HealOptions {
  readonly dryRun?: true;
  readonly rule: readonly string[];
  readonly contract: readonly string[];
  readonly maxIterations?: number;
  readonly minConfidence?: number;
  readonly allowCi?: true;
  readonly showSecrets?: true;
  readonly format: string;
  readonly output: readonly OutputRequest[];
  readonly quiet?: true;
}

export function healCommand(session: Session): Command {
  return new Command('heal')
    .description('Mend what can be mended safely, and hand over the rest with the evidence.')
    .argument('[paths...]', 'files or folders to heal; all in scope when left out')
    .option('-n, --dry-run', 'print the unified diff of what would change, and write nothing at all')
    .addOption(idsOption('-r, --rule <id>', 'heal only this rule; may be repeated'))
    .addOption(idsOption('-c, --contract <id>', 'heal only rules of this contract; may be repeated'))
    .option('--max-iterations <n>', 'attempts a violation', parseCount)
    .option('--min-confidence <x>', 'apply nothing below this confidence, 0 to 1', parseHundredths)
    .option('--allow-ci', 'heal although the environment says CI; without it only --dry-run runs there')
    .option('--show-secrets', 'print diffs unmasked, fit for git apply; without it matched secrets are cut to …')
    .addOption(formatOption(HEAL_REPORTERS))
    .addOption(outputOption(HEAL_REPORTERS, session.cwd))
    .option('-q, --quiet', 'print one line a violation')
    .addHelpText('after', formatsHelp(HEAL_REPORTERS))
    .action((paths: readonly string[], options: HealOptions) => heal(paths, options, session));
}

/** What heal starts from. */
interface Start {
  readonly workspace: Workspace;
  readonly found: CheckResult;
  readonly files: readonly string[];
  readonly store: ParsedStore;
  readonly reviews: ParsedReviews;
}

async function heal(paths: readonly string[], options: HealOptions, session: Session): Promise<void> {
  refuseInCi(options, session);
  const start = look(paths, options, session);
  const { found, store, reviews } = start;
  const problems = [...found.problems, ...store.problems, ...reviews.problems];
  const record = openRunRecord(start.workspace.root, newRunId(session), options.dryRun !== true);
  // Fixes are judged by all rules: with some of them unknown nothing can be proven.
  const isBroken = problems.some(({ severity }) => severity === 'invalid');
  const answer = isBroken ? null : await run(start, options, record, session);
  const saved = answer === null ? [] : record.save(answer, store, reviews);
  const result = {
    runId: record.id,
    dryRun: options.dryRun === true,
    outcomes: answer?.result.outcomes ?? [],
    changes: answer?.result.changes ?? [],
    linesTouched: answer?.result.linesTouched ?? 0,
    findings: [...found.findings, ...store.findings, ...(answer?.result.findings ?? [])],
    problems: [...problems, ...(answer?.result.problems ?? []), ...saved],
  };
  const report = { result, reportFile: record.reportFile(result.outcomes.length > 0) };
  const unwritten = record.writeReports(report);
  // What stays on disk by itself is masked; what was asked for may be shown in full.
  const shown = { ...report, showSecrets: options.showSecrets === true };

  writeOutputs(options.output, HEAL_REPORTERS, shown, session.cwd);
  print(shown, unwritten, options, session);
  const isLeft = result.outcomes.some(({ status }) => status !== 'healed');
  session.conclude(exitCodeOf([...result.problems, ...unwritten], isLeft));
}

function refuseInCi({ dryRun, allowCi }: HealOptions, { env }: Session): void {
  const isCi = env.CI !== undefined && !['', '0', 'false'].includes(env.CI);
  if (!isCi || dryRun || allowCi) return;
  throw usageError(
    'usage/heal-in-ci',
    'Heal changes files, and the environment variable CI says that nobody is watching.',
    'Use "specflow check" there, "specflow heal --dry-run" to see a diff, or --allow-ci if this is meant.',
  );
}

function look(paths: readonly string[], options: HealOptions, session: Session): Start {
  const workspace = openWorkspace(session);
  const { root, config, loaded } = workspace;
  const tree = openWorkingTree(root, { maxFileBytes: config.maxFileBytes });
  const rootPaths = toRootPaths(paths, root, session.cwd);
  const found = enforce({
    tree,
    contracts: loaded,
    config,
    today: session.clock.today(),
    only: { ...ruleChoice(options), paths: rootPaths.length > 0 ? rootPaths : undefined },
    isCode,
  });
  const files = filesToJudge(tree, loaded, config);
  return { workspace, found, files, store: readPatternFile(root), reviews: readReviewFile(root) };
}

function run(start: Start, options: HealOptions, record: RunRecord, session: Session): Promise<HealAnswer> {
  const { workspace, found, files, store } = start;
  const { config, loaded, root } = workspace;
  const { verifyTypes } = config.healLoop;
  const tsconfigPath = tsconfigOf(root);
  return healViolations({
    runId: record.id,
    violations: found.violations,
    rules: loaded.contracts.flatMap((contract) => contract.rules),
    files,
    contractFiles: loaded.files,
    patterns: store.store?.patterns ?? [],
    config: {
      ...config.healLoop,
      maxIterations: options.maxIterations ?? config.healLoop.maxIterations,
      minConfidence: options.minConfidence ?? config.healLoop.minConfidence,
    },
    dryRun: options.dryRun === true,
    today: session.clock.today(),
    ports: healPorts(root, config.maxFileBytes, record, session),
    types: createTypeOracle(tsconfigPath, (path) => join(root, path)),
    typeChecker: verifyTypes === 'off' ? undefined : createTypeChecker({ tsconfigPath, root, mode: verifyTypes }),
  });
}

/** Absolute; null where the project has none, and conditions about types cannot be told. */
function tsconfigOf(root: string): string | null {
  const path = join(root, 'tsconfig.json');
  return readText(path, MAX_TSCONFIG_BYTES).kind === 'text' ? path : null;
}

/** Sorts by time; the random end keeps two runs of one second apart. */
function newRunId({ clock }: Session): string {
  const time = new Date(clock.now())
    .toISOString()
    .replace(/\.\d+Z$/, '')
    .replace(/[-:]/g, '')
    .replace('T', '-');
  return `${time}-${randomBytes(3).toString('hex')}`;
}

/** A dry run is its diff: in the pretty format that alone is data, and what is said about it goes to stderr. */
function print(report: HealReport, unwritten: readonly Problem[], options: HealOptions, session: Session): void {
  const { terminal } = session;
  const { format, quiet, dryRun } = options;
  const style = { color: terminal.color, width: terminal.columns, quiet: quiet === true };
  const reporter = HEAL_REPORTERS[format];
  if (dryRun && format === 'pretty') {
    terminal.out(HEAL_REPORTERS.diff?.render(report, style) ?? '');
    terminal.err(reporter?.render(report, { ...style, color: terminal.errColor }) ?? '');
  } else terminal.out(reporter?.render(report, style) ?? '');
  const untold = reporter?.carriesProblems ? unwritten : [...report.result.problems, ...unwritten];
  for (const problem of untold) reportProblem(problem, session);
}
