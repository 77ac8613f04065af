import type { Inspection } from '../../engine/inspection/inspection.js';
import { requiresAny } from '../../engine/requires-any.js';
import { pickRules } from '../../engine/selection/pick-rules.js';
import type { Shard } from '../../engine/selection/shard-of.js';
import { type CheckResult, countsOf } from '../../model/check-result.js';
import { plural } from '../../model/plural.js';
import { usageError } from '../../model/problem.js';
import { sanitize } from '../../model/sanitize.js';
import { decodeSource } from '../../platform/files/decode-source.js';
import { openListedTree, openWorkingTree } from '../../platform/files/working-tree.js';
import { type ListedAhead, listAhead } from '../../platform/git/list-ahead.js';
import { findProjectRoot } from '../../platform/project-root.js';
import { letYoungGrow } from '../../platform/runtime/tune-engine.js';
import { hasSilentFiles } from '../../prescan/cache/silent-cache.js';
import type { Reporter } from '../../reporters/report.js';
import { meansAllRules, ruleChoice } from '../options/rule-choice.js';
import { sayBeside } from '../output/say.js';
import { sayInterrupted } from '../output/say-interrupted.js';
import { rememberedWorkspace } from '../quick/remembered-workspace.js';
import type { Session } from '../workspace/session.js';
import { toRootPaths } from '../workspace/to-root-paths.js';
import type { Workspace } from '../workspace/workspace.js';
import { changedFiles } from './changed-files.js';
import type { CheckOptions } from './check-options.js';
import type { BlobReport } from './check-outputs.js';
import { healScope } from './heal-scope.js';
import { type HelpingThreads, openHelpingThreads } from './helping-threads.js';
import { type Judged, judgeView, type View } from './judge-view.js';
import { openStage } from './open-stage.js';
import type { PolicySource } from './policy-source.js';
import { checkReportOf, presentCheck, wantsFixes } from './present-check.js';
import { sayWhatChangedToo } from './setup-among.js';
import type { StagedIndex } from './staged-index.js';
import { tellUnlooked } from './tell-unlooked.js';

/**
 * Judges what is asked, prints it, and concludes with its exit code.
 * @param reporters the format that is asked for among them
 * @throws UsageError
 */
export async function runCheck(
  paths: readonly string[],
  options: CheckOptions,
  reporters: Readonly<Record<string, Reporter<BlobReport>>>,
  session: Session,
): Promise<void> {
  const { terminal, clock } = session;
  const started = clock.now();
  refuseMixed(paths, options);
  if (options.watch) return (await import('./watch-check.js')).watchCheck(paths, options, session);
  const { report, workspace, only } = await tellUnlooked(
    () => lookAt(paths, options, session),
    reporters,
    options,
    session,
  );
  presentCheck(report, reporters, options, workspace, session);
  if (only.changed && report.result.files === 0)
    sayBeside(`Nothing that ${changeText(options)} is in the scope of a rule.\n`, terminal);
  if (options.policyFrom === undefined) sayWhatChangedToo(only, workspace, session);
  if (options.shard) sayWhatWaits(options.shard, workspace, session);
  if (options.stats) terminal.err(`${statsText(report.result)} in ${clock.now() - started} ms\n`);
}

interface Looked {
  readonly report: BlobReport;
  readonly workspace: Workspace;
  readonly only: View['only'];
}

async function lookAt(paths: readonly string[], options: CheckOptions, session: Session): Promise<Looked> {
  const policy = await policyOf(options, session);
  const writeBlob = wantsBlob(options) ? (await import('./write-blob.js')).writeBlob : null;
  const seen = new Map<string, Inspection>();
  const record = writeBlob && ((path: string, inspection: Inspection) => void seen.set(path, inspection));
  const { view, judged } = await judgeAsked(paths, options, { policy, record: record ?? undefined }, session);
  const { tree, index, workspace } = view;
  const { found, baseline, beside } = judged;
  const only = { ...ruleChoice(options), ...view.only };
  const weaker = policy === null ? [] : (await import('./weakenings.js')).weakenings(policy, workspace, tree, index);
  const notes = { problems: baseline.problems, findings: [...baseline.findings, ...weaker] };
  const plain = checkReportOf(found, pickRules(workspace.loaded, only), notes, workspace, session);
  const { shard, output } = options;
  const { toolVersion } = session;
  const reports = output.map(({ path }) => path);
  const known = { baseline: baseline.baseline, seen, beside };
  const report = {
    ...(wantsFixes(options)
      ? await (await import('./with-fixes.js')).withFixes(plain, tree, workspace, session)
      : plain),
    // What came on standard input lies in no file.
    healScope: options.stdin ? null : healScope(plain, only, { root: workspace.root, cwd: session.cwd }),
    beside: beside.violations,
    blob: () => writeBlob?.({ ...known, shard, only, tree, index, reports, workspace, toolVersion }) ?? '',
  };
  return { report, workspace, only };
}

interface Asking {
  /** The commit that says what is right. */
  readonly policy: PolicySource | null;
  readonly record: ((path: string, inspection: Inspection) => void) | undefined;
}

/** Judges what is asked, with as much of it known before as can be. */
async function judgeAsked(
  paths: readonly string[],
  options: CheckOptions,
  { policy, record }: Asking,
  session: Session,
): Promise<{ readonly view: View; readonly judged: Judged }> {
  const remembers = options.cache && policy === null;
  const root = findProjectRoot(session.cwd);
  const stage = options.staged ? await openStage(root, remembers, session) : null;
  const helpers = openHelpingThreads(root, options);
  const expect = asksOfAll(paths, options) ? prepareFor(helpers) : undefined;
  const asksTouched =
    remembers && asksOfAll(paths, options) && meansAllRules(ruleChoice(options)) && hasSilentFiles(root);
  const listed = stage === null ? listAhead(root, session.env, session.cwd, { expect, asksTouched }) : null;
  const request = { options, helpers, policy: policy?.tree, stage, record, session };

  const narrow = needsWhole(paths, options) ? null : (stage?.narrow ?? null);
  if (narrow) {
    const view = { ...narrow, tree: narrow.index.sources(narrow.workspace.config.maxFileBytes) };
    const judged = judgeView(view, request);
    if (narrow.isSound(judged.found)) {
      sayInterrupted(root, session);
      return { view, judged };
    }
  }
  const index = stage?.whole() ?? null;
  const workspace =
    policy === null
      ? await rememberedWorkspace(session, index?.ownFiles, options.cache)
      : (await import('../workspace/workspace.js')).openWorkspace(session, policy.tree);
  const view = await viewOf(paths, options, index, await listed, workspace, session);
  return { view, judged: judgeView(view, request) };
}

/** Whether more is asked than what is staged can tell by itself. */
function needsWhole(paths: readonly string[], options: CheckOptions): boolean {
  return paths.length > 0 || options.shard !== undefined || wantsBlob(options) || wantsFixes(options);
}

/** Whether no part of the files of a working tree was picked out. */
function asksOfAll(paths: readonly string[], { since, dirty, stdin, shard }: CheckOptions): boolean {
  return paths.length === 0 && [since, dirty, stdin, shard].every((part) => part === undefined);
}

/** Of so many files what is kept fills a multiple of what the engine starts with. */
const VERY_MANY_FILES = 30_000;

function prepareFor(helpers: HelpingThreads): (files: number) => void {
  return (files) => {
    helpers.expect(files);
    if (files >= VERY_MANY_FILES) letYoungGrow();
  };
}

function wantsBlob(options: CheckOptions): boolean {
  return [options, ...options.output].some(({ format }) => format === 'blob');
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
  listed: ListedAhead | null,
  workspace: Workspace,
  session: Session,
): Promise<View> {
  const { root, config } = workspace;
  const { stdinFilename } = options;
  const rootPaths = toRootPaths(paths, root, session.cwd);
  const changes = index ?? changedFiles(root, options);
  const only = {
    paths: rootPaths.length > 0 ? rootPaths : undefined,
    changed: changes ? new Set(changes.changed) : undefined,
    removed: changes ? new Set(changes.removed) : undefined,
  };
  if (index) return { workspace, index, tree: index.sources(config.maxFileBytes), only };
  const limits = { maxFileBytes: config.maxFileBytes };
  const tree = listed ? openListedTree(root, limits, listed.whole, listed) : openWorkingTree(root, limits);
  if (stdinFilename === undefined) return { workspace, index, tree, only, listed };
  const [path = ''] = toRootPaths([stdinFilename], root, session.cwd);
  const { overlayTree } = await import('./overlay-tree.js');
  const overlaid = overlayTree(tree, path, decodeSource(await session.readInput()));
  return { workspace, index, tree: overlaid, only: { paths: [path] } };
}

function refuseMixed(paths: readonly string[], options: CheckOptions): void {
  const { staged, since, dirty, shard, stdin, stdinFilename } = options;
  if ((stdin === undefined) !== (stdinFilename === undefined)) {
    throw usageError('usage/stdin', '--stdin and --stdin-filename go together.', 'Give both, or neither.');
  }
  if (options.policyFrom !== undefined && wantsBlob(options)) {
    const help = 'Leave one of them out; a check with --policy-from looks at everything by itself.';
    throw usageError('usage/blob', 'A blob cannot hold what --policy-from makes of a check.', help);
  }
  const other = { '--staged': staged, '--since': since, '--dirty': dirty, '--shard': shard };
  const [mixed] = Object.entries(other).find(([, value]) => value !== undefined) ?? [];
  if (stdin && (mixed !== undefined || paths.length > 0)) {
    throw usageError('usage/stdin', `--stdin judges one text, so it takes no ${mixed ?? 'paths'}.`, 'Leave it out.');
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
  sayBeside(
    `This is shard ${index} of ${count}. "specflow report merge" will join the blobs of all${rules}.\n`,
    terminal,
  );
}

function statsText(result: CheckResult): string {
  const { violations } = countsOf(result);
  return [plural(result.files, 'file'), plural(result.rules, 'rule'), plural(violations, 'violation')].join(', ');
}
