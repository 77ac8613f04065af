import { Command } from 'commander';
import { enforce } from '../enforce.js';
import { outlookOf } from '../heal/outlook.js';
import { type CheckResult, countsOf } from '../model/check-result.js';
import { exitCodeOf } from '../model/exit-code.js';
import { usageError } from '../model/problem.js';
import type { ParsedStore } from '../pattern-store/parse-store.js';
import { readPatternFile } from '../pattern-store/pattern-file.js';
import { decodeSource } from '../platform/decode-source.js';
import { openGit } from '../platform/git.js';
import { openIndexTree } from '../platform/index-tree.js';
import type { SourceTree } from '../platform/source-tree.js';
import { openWorkingTree } from '../platform/working-tree.js';
import { CHECK_REPORTERS } from '../reporters/index.js';
import { plural } from '../reporters/plural.js';
import type { CheckReport } from '../reporters/report.js';
import { isCode } from '../syntax/is-code.js';
import { formatOption, formatsHelp, idsOption, type OutputRequest, outputOption, ruleChoice } from './options.js';
import { reportProblem } from './report-problem.js';
import type { Session } from './session.js';
import { openWorkspace, toRootPaths, type Workspace } from './workspace.js';
import { writeOutputs } from './write-outputs.js';

interface CheckOptions {
  readonly rule: readonly string[];
  readonly contract: readonly string[];
  readonly staged?: true;
  readonly stdin?: true;
  readonly stdinFilename?: string;
  readonly format: string;
  readonly output: readonly OutputRequest[];
  readonly quiet?: true;
  readonly stats?: true;
}

export function checkCommand(session: Session): Command {
  return new Command('check')
    .description('Find violations of the contracts. Reads files, writes nothing and runs nothing.')
    .argument('[paths...]', 'files or folders to check; all in scope when left out')
    .addOption(idsOption('-r, --rule <id>', 'check only this rule; may be repeated'))
    .addOption(idsOption('-c, --contract <id>', 'check only rules of this contract; may be repeated'))
    .option('--staged', 'judge what is staged in git: the index, never the working tree')
    .option('--stdin', 'judge the text on standard input as the file --stdin-filename names')
    .option('--stdin-filename <path>', 'which file the text on standard input stands for')
    .addOption(formatOption(CHECK_REPORTERS))
    .addOption(outputOption(CHECK_REPORTERS, session.cwd))
    .option('-q, --quiet', 'print one line a violation, and nothing when there is none')
    .option('--stats', 'print counts and time on stderr')
    .addHelpText('after', formatsHelp(CHECK_REPORTERS))
    .action((paths: readonly string[], options: CheckOptions) => check(paths, options, session));
}

/** What a run looks at: the tree, and the part of it that counts. */
interface View {
  readonly tree: SourceTree;
  readonly paths: readonly string[];
  readonly changed?: ReadonlySet<string>;
}

async function check(paths: readonly string[], options: CheckOptions, session: Session): Promise<void> {
  const { terminal, clock } = session;
  const started = clock.now();
  const workspace = openWorkspace(session);
  const view = await viewOf(paths, options, workspace, session);
  const { config, loaded, root } = workspace;
  const found = enforce({
    tree: view.tree,
    contracts: loaded,
    config,
    today: clock.today(),
    only: { ...ruleChoice(options), paths: view.paths.length > 0 ? view.paths : undefined, changed: view.changed },
    isCode,
  });
  const store = readPatternFile(root);
  const result = withStoreNotes(found, store);
  const report = { result, outlooks: outlooksOf(result, store, workspace, session), toolVersion: session.toolVersion };

  writeOutputs(options.output, CHECK_REPORTERS, report, session.cwd);
  print(report, options, session);
  if (options.staged && found.files === 0) terminal.err('Nothing that is staged is in the scope of a rule.\n');
  if (options.stats) terminal.err(`${statsText(result)} in ${clock.now() - started} ms\n`);
  session.conclude(exitCodeOf(result.problems, countsOf(result).errors > 0));
}

async function viewOf(
  paths: readonly string[],
  { staged, stdin, stdinFilename }: CheckOptions,
  { root, config }: Workspace,
  session: Session,
): Promise<View> {
  refuseMixed(paths, staged === true, stdin === true, stdinFilename);
  const rootPaths = toRootPaths(paths, root, session.cwd);
  const limits = { maxFileBytes: config.maxFileBytes };
  if (staged) {
    const git = openGit(root);
    if (git === null) {
      throw usageError('git/none', `--staged needs a git repository, and ${root} is in none.`, 'Leave --staged out.');
    }
    const tree = openIndexTree(git, limits);
    return { tree, paths: rootPaths, changed: new Set(tree.staged) };
  }
  const tree = openWorkingTree(root, limits);
  if (stdinFilename === undefined) return { tree, paths: rootPaths };
  const [path = ''] = toRootPaths([stdinFilename], root, session.cwd);
  const { overlayTree } = await import('./overlay-tree.js');
  return { tree: overlayTree(tree, path, decodeSource(await session.readInput())), paths: [path] };
}

function refuseMixed(paths: readonly string[], staged: boolean, stdin: boolean, filename: string | undefined): void {
  if (stdin !== (filename !== undefined)) {
    throw usageError('usage/stdin', '--stdin and --stdin-filename go together.', 'Give both, or neither.');
  }
  if (stdin && (staged || paths.length > 0)) {
    throw usageError('usage/stdin', '--stdin judges one text, so it takes neither paths nor --staged.');
  }
}

/** A store that is broken does not stop a check, but it does not pass in silence either. */
function withStoreNotes(result: CheckResult, store: ParsedStore): CheckResult {
  return {
    ...result,
    problems: [...result.problems, ...store.problems],
    findings: [...result.findings, ...store.findings],
  };
}

function outlooksOf(
  { violations }: CheckResult,
  store: ParsedStore,
  { config }: Workspace,
  { clock }: Session,
): CheckReport['outlooks'] {
  const patterns = store.store?.patterns ?? [];
  const today = clock.today();
  return new Map(
    violations.flatMap((violation) => {
      const outlook = outlookOf(violation, patterns, config.healLoop, today);
      return outlook === null ? [] : [[violation, outlook] as const];
    }),
  );
}

function print(report: CheckReport, { format, quiet }: CheckOptions, session: Session): void {
  const { terminal } = session;
  const reporter = CHECK_REPORTERS[format];
  const style = { color: terminal.color, width: terminal.columns, quiet: quiet === true };
  terminal.out(reporter?.render(report, style) ?? '');
  if (!reporter?.carriesProblems) for (const problem of report.result.problems) reportProblem(problem, session);
}

function statsText(result: CheckResult): string {
  const { violations } = countsOf(result);
  return [plural(result.files, 'file'), plural(result.rules, 'rule'), plural(violations, 'violation')].join(', ');
}
