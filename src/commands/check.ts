import { Command, Option } from 'commander';
import { enforce, type Only } from '../enforce.js';
import type { Inspection } from '../engine/inspection.js';
import { pickRules } from '../engine/pick-rules.js';
import { requiresAny } from '../engine/requires-any.js';
import type { Shard } from '../engine/shard-of.js';
import { MAX_BASELINE_BYTES, readBaselineFile } from '../exemptions/baseline-file.js';
import { type CheckResult, countsOf } from '../model/check-result.js';
import { usageError } from '../model/problem.js';
import { sanitize } from '../model/sanitize.js';
import { decodeSource } from '../platform/decode-source.js';
import { findProjectRoot } from '../platform/project-root.js';
import type { SourceTree } from '../platform/source-tree.js';
import { openWorkingTree } from '../platform/working-tree.js';
import { plural } from '../reporters/plural.js';
import { isCode } from '../syntax/is-code.js';
import { changedFiles } from './changed-files.js';
import { CHECK_OUTPUTS } from './check-outputs.js';
import { formatOption, formatsHelp, idsOption, outputOption, parseShard, ruleChoice } from './options.js';
import type { PolicySource } from './policy-source.js';
import { checkReportOf, type PresentOptions, presentCheck, wantsFixes } from './present-check.js';
import { scoutFor } from './scout-for.js';
import type { Session } from './session.js';
import { openStagedIndex, type StagedIndex } from './staged-index.js';
import { openWorkspace, toRootPaths, type Workspace } from './workspace.js';
import { writeBlob } from './write-blob.js';

interface CheckOptions extends PresentOptions {
  readonly rule: readonly string[];
  readonly contract: readonly string[];
  readonly staged?: true;
  readonly since?: string;
  readonly dirty?: true;
  readonly stdin?: true;
  readonly stdinFilename?: string;
  readonly shard?: Shard;
  readonly policyFrom?: string;
  readonly cache: boolean;
  readonly stats?: true;
  readonly watch?: true;
}

export function checkCommand(session: Session): Command {
  return new Command('check')
    .description('Find violations of the contracts. Changes no file of yours and runs nothing.')
    .argument('[paths...]', 'files or folders to check; all in scope when left out')
    .addOption(idsOption('-r, --rule <id>', 'check only this rule; may be repeated'))
    .addOption(idsOption('-c, --contract <id>', 'check only rules of this contract; may be repeated'))
    .addOption(
      new Option('--staged', 'judge what is staged in git: the index, never the working tree').conflicts([
        'since',
        'dirty',
      ]),
    )
    .addOption(
      new Option('--since <ref>', 'judge what changed since HEAD left that branch or commit').conflicts('dirty'),
    )
    .option('--dirty', 'judge what is not committed: staged, unstaged and new files')
    .option('--stdin', 'judge the text on standard input as the file --stdin-filename names')
    .option('--stdin-filename <path>', 'which file the text on standard input stands for')
    .option('--shard <i/n>', 'judge the i-th of n parts; "specflow report merge" joins them', parseShard)
    .addOption(
      new Option(
        '--policy-from <ref>',
        'judge by the contracts, configuration and baseline of that branch or commit, and name what is weaker now',
      ).conflicts('shard'),
    )
    .option('--strict', 'fail on warnings, idle exemptions, stale baseline entries and empty scopes too')
    .option('--findings', 'fail too where a decision about a finding is overdue')
    .addOption(formatOption(CHECK_OUTPUTS, session))
    .addOption(outputOption(CHECK_OUTPUTS, session.cwd))
    .option('-q, --quiet', 'print one line a violation, and nothing when there is none')
    .addOption(
      new Option('-w, --watch', 'check again whenever a file changes, until Ctrl-C (exit code 130)').conflicts([
        'staged',
        'since',
        'dirty',
        'stdin',
        'shard',
      ]),
    )
    .option('--no-cache', 'look at every file again, whatever earlier runs kept in .specflow/cache')
    .option('--stats', 'print counts and time on stderr')
    .addHelpText('after', formatsHelp(CHECK_OUTPUTS))
    .action((paths: readonly string[], options: CheckOptions) => check(paths, options, session));
}

/** What a run looks at: the tree, and the part of it that counts. */
interface View {
  readonly tree: SourceTree;
  readonly only: Pick<Only, 'paths' | 'changed' | 'removed'>;
}

async function check(paths: readonly string[], options: CheckOptions, session: Session): Promise<void> {
  const { terminal, clock } = session;
  const started = clock.now();
  refuseMixed(paths, options);
  if (options.watch) return (await import('./watch-check.js')).watchCheck(paths, options, session);
  const index = options.staged ? openStagedIndex(findProjectRoot(session.cwd)) : null;
  const policy = await policyOf(options, session);
  const staged = policy?.tree ?? index?.ownFiles;
  const workspace =
    staged || !options.cache
      ? openWorkspace(session, staged)
      : await (await import('./remembered-workspace.js')).rememberedWorkspace(session);
  const { tree, only: part } = await viewOf(paths, options, index, workspace, session);
  const { config, loaded, root } = workspace;
  const baseline = readBaselineFile(root, policy?.tree ?? index?.sources(MAX_BASELINE_BYTES));
  const only = { ...ruleChoice(options), ...part };
  const seen = new Map<string, Inspection>();
  const found = enforce({
    tree,
    scout: await scoutFor(tree, workspace, options.cache, session),
    contracts: loaded,
    config,
    today: clock.today(),
    only,
    isCode,
    baseline: baseline.baseline ?? undefined,
    shard: options.shard,
    record: [options, ...options.output].some(({ format }) => format === 'blob')
      ? (path, inspection) => seen.set(path, inspection)
      : undefined,
  });
  const weaker = policy === null ? [] : (await import('./weakenings.js')).weakenings(policy, workspace, tree, index);
  const notes = { problems: baseline.problems, findings: [...baseline.findings, ...weaker] };
  const plain = checkReportOf(found, pickRules(loaded.contracts, only), notes, workspace, session);
  const report = {
    ...(wantsFixes(options)
      ? await (await import('./with-fixes.js')).withFixes(plain, tree, workspace, session)
      : plain),
    blob: () => writeBlob({ shard: options.shard, only, tree, seen, workspace, toolVersion: session.toolVersion }),
  };
  presentCheck(report, CHECK_OUTPUTS, options, session);
  if (part.changed && found.files === 0)
    terminal.err(`Nothing that ${changeText(options)} is in the scope of a rule.\n`);
  if (options.shard) sayWhatWaits(options.shard, workspace, session);
  if (options.stats) terminal.err(`${statsText(report.result)} in ${clock.now() - started} ms\n`);
}

/** Loaded only where it is asked for: a commit hook must not wait for it. */
async function policyOf({ policyFrom }: CheckOptions, { cwd }: Session): Promise<PolicySource | null> {
  if (policyFrom === undefined) return null;
  const { openPolicySource } = await import('./policy-source.js');
  return openPolicySource(findProjectRoot(cwd), policyFrom);
}

async function viewOf(
  paths: readonly string[],
  options: CheckOptions,
  index: StagedIndex | null,
  { root, config }: Workspace,
  session: Session,
): Promise<View> {
  const { stdinFilename } = options;
  const rootPaths = toRootPaths(paths, root, session.cwd);
  const changes = index ?? changedFiles(root, options);
  const only = {
    paths: rootPaths.length > 0 ? rootPaths : undefined,
    changed: changes ? new Set(changes.changed) : undefined,
    removed: changes ? new Set(changes.removed) : undefined,
  };
  if (index) return { tree: index.sources(config.maxFileBytes), only };
  const tree = openWorkingTree(root, { maxFileBytes: config.maxFileBytes });
  if (stdinFilename === undefined) return { tree, only };
  const [path = ''] = toRootPaths([stdinFilename], root, session.cwd);
  const { overlayTree } = await import('./overlay-tree.js');
  return { tree: overlayTree(tree, path, decodeSource(await session.readInput())), only: { paths: [path] } };
}

function refuseMixed(paths: readonly string[], options: CheckOptions): void {
  const { staged, since, dirty, shard, stdin, stdinFilename } = options;
  if ((stdin === undefined) !== (stdinFilename === undefined)) {
    throw usageError('usage/stdin', '--stdin and --stdin-filename go together.', 'Give both, or neither.');
  }
  const other = { '--staged': staged, '--since': since, '--dirty': dirty, '--shard': shard };
  const [mixed] = Object.entries(other).find(([, value]) => value !== undefined) ?? [];
  if (stdin && (mixed !== undefined || paths.length > 0)) {
    throw usageError('usage/stdin', `--stdin judges one text, so it takes no ${mixed ?? 'paths'}.`);
  }
}

function changeText({ staged, since }: CheckOptions): string {
  if (staged) return 'is staged';
  return since === undefined ? 'is uncommitted' : `changed since ${sanitize(since)}`;
}

/** What one shard cannot tell must not look judged. */
function sayWhatWaits({ index, count }: Shard, { loaded }: Workspace, { terminal }: Session): void {
  const waiting = loaded.contracts.flatMap(({ rules }) => rules.filter((rule) => rule.checks.some(requiresAny)));
  const rules = waiting.length === 0 ? '' : ` and judge ${plural(waiting.length, 'rule')} that one file has to meet`;
  terminal.err(`This is shard ${index} of ${count}. "specflow report merge" will join the blobs of all${rules}.\n`);
}

function statsText(result: CheckResult): string {
  const { violations } = countsOf(result);
  return [plural(result.files, 'file'), plural(result.rules, 'rule'), plural(violations, 'violation')].join(', ');
}
