import { enforce } from '../../enforce.js';
import { type InspectionMemory, inspectionMemory } from '../../engine/inspection/inspection-memory.js';
import { pickRules } from '../../engine/selection/pick-rules.js';
import { readBaselineFile } from '../../exemptions/baseline-file.js';
import { plural } from '../../model/plural.js';
import { type Problem, UsageError, usageError } from '../../model/problem.js';
import { type FileWatch, watchFiles } from '../../platform/files/watch-files.js';
import { openWorkingTree } from '../../platform/files/working-tree.js';
import { type Git, openGit } from '../../platform/git/git.js';
import { findProjectRoot } from '../../platform/project-root.js';
import { prescanTree } from '../../prescan/prescan-tree.js';
import { CHECK_REPORTERS } from '../../reporters/index.js';
import { paletteOf } from '../../reporters/text/palette.js';
import { verdictParts } from '../../reporters/verdict-parts.js';
import { secretsBeside } from '../../secrets-beside.js';
import { isCode } from '../../syntax/is-code.js';
import { ruleChoice } from '../options/rule-choice.js';
import { reportProblem } from '../output/report-problem.js';
import type { Session } from '../workspace/session.js';
import { toRootPaths } from '../workspace/to-root-paths.js';
import { openWorkspace, type Workspace } from '../workspace/workspace.js';
import { healScope } from './heal-scope.js';
import { checkReportOf, type PresentOptions, presentCheck } from './present-check.js';
import { setupAmong } from './setup-among.js';

export interface WatchOptions extends PresentOptions {
  readonly rule: readonly string[];
  readonly contract: readonly string[];
}

/** A project as it was opened last, and what was seen of its files since. */
interface Opened {
  readonly workspace: Workspace;
  readonly memory: InspectionMemory;
}

/**
 * Checks, waits for something to change, and checks again: changed files are read anew, the others remembered. Ends
 * with a signal.
 */
export async function watchCheck(paths: readonly string[], options: WatchOptions, session: Session): Promise<void> {
  const reporter = CHECK_REPORTERS[options.format];
  if (reporter === undefined) {
    throw usageError(
      'usage/watch',
      `--watch cannot print the format ${options.format}.`,
      'Check once, without --watch.',
    );
  }
  if (options.output.length > 0) {
    throw usageError('usage/watch', '--watch prints, and writes no reports.', 'Leave -o out.');
  }
  const root = findProjectRoot(session.cwd);
  const git = openGit(root);
  const watch = await watchFiles(root, watchedFolders(root, git));
  try {
    let opened: Opened | null = open(session);
    for (;;) {
      if (opened !== null) run(paths, options, opened, git, session);
      const changed = await nextChanges(watch, session);
      if (changed === null) return;
      opened?.memory.forget(changed);
      if (opened === null || setupAmong([...changed], opened.workspace).length > 0) opened = reopen(session);
    }
  } finally {
    await watch.close();
  }
}

function open(session: Session): Opened {
  return { workspace: openWorkspace(session), memory: inspectionMemory() };
}

/** A configuration is broken for a moment whenever somebody edits it: that is told, and waited out. */
function reopen(session: Session): Opened | null {
  try {
    return open(session);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    clear(session);
    tellMistakes(error.problems, session);
    return null;
  }
}

function tellMistakes(problems: readonly Problem[], session: Session): void {
  for (const problem of problems) reportProblem(problem, session);
  session.conclude(2);
  session.terminal.err('Nothing was checked. Watching; Ctrl-C ends.\n');
}

async function nextChanges(watch: FileWatch, session: Session): Promise<ReadonlySet<string> | null> {
  return session.interruptibly<ReadonlySet<string> | null>(() => watch.next(), null);
}

function run(
  paths: readonly string[],
  options: WatchOptions,
  { workspace, memory }: Opened,
  git: Git | null,
  session: Session,
): void {
  const { root, config, loaded } = workspace;
  const { clock, terminal } = session;
  const started = clock.now();
  const baseline = readBaselineFile(root);
  const rootPaths = toRootPaths(paths, root, session.cwd);
  const only = { ...ruleChoice(options), paths: rootPaths.length > 0 ? rootPaths : undefined };
  const tree = openWorkingTree(root, { maxFileBytes: config.maxFileBytes }, git);
  let looked = 0;
  const request = { tree, contracts: loaded, config, today: clock.today(), only, isCode };
  const found = enforce({
    ...request,
    // Later only what changed is read, and going ahead would read what lies before it.
    prescan: memory.isEmpty() ? prescanTree(tree, config) : undefined,
    baseline: baseline.baseline ?? undefined,
    remember: (look) =>
      memory.through((...asked) => {
        looked++;
        return look(...asked);
      }),
  });
  const beside = secretsBeside(found, request);
  const notes = { ...baseline, problems: [...baseline.problems, ...beside.problems] };
  const plain = checkReportOf(found, pickRules(loaded, only), notes, workspace, session);
  const report = {
    ...plain,
    healScope: healScope(plain, only, { root, cwd: session.cwd }),
    beside: beside.violations,
  };
  clear(session);
  const isBrief = !terminal.isTTY && options.format === 'pretty';
  presentCheck(report, CHECK_REPORTERS, isBrief ? { ...options, quiet: true } : options, workspace, session);
  const palette = paletteOf(terminal.errColor);
  const parts = verdictParts(report.result);
  const failing = parts.filter(({ kind }) => kind !== 'warning').map(({ text }) => text);
  const verdict = failing.length > 0 ? palette.red(failing.join(', ')) : palette.green('no error');
  const more = parts.flatMap(({ kind, text }) => (kind === 'warning' ? `, ${text}` : '')).join('');
  const extent = `${plural(looked, 'file')} of ${found.files} read, ${clock.now() - started} ms`;
  terminal.err(`${timeOf(clock.now())}  ${verdict}${more}  (${extent})  Watching; Ctrl-C ends.\n`);
}

/** A person sees one report at a time; whoever reads a stream gets them one after the other. */
function clear({ terminal }: Session): void {
  if (terminal.isTTY) terminal.out('\x1b[2J\x1b[3J\x1b[H');
}

function timeOf(now: number): string {
  return new Date(now).toTimeString().slice(0, 8);
}

/**
 * Folders that hold a listed file, and others that are not ignored: new ones may come to hold one. Each is asked once.
 * What runs and caches leave behind is no reason to look again.
 */
function watchedFolders(root: string, git: Git | null): (folder: string) => boolean {
  const known = new Map<string, boolean>(
    ['.git', 'node_modules', '.specflow/runs', '.specflow/cache'].map((folder) => [folder, false]),
  );
  for (const file of openWorkingTree(root, { maxFileBytes: 0 }, git).list()) {
    for (let at = file.lastIndexOf('/'); at > 0; at = file.lastIndexOf('/', at - 1)) {
      const folder = file.slice(0, at);
      if (known.has(folder)) break;
      known.set(folder, true);
    }
  }
  return (folder) => {
    let answer = known.get(folder);
    if (answer === undefined) {
      const isOurs = folder === '.specflow' || folder === 'contracts';
      const name = folder.slice(folder.lastIndexOf('/') + 1);
      const isForeign = name === '.git' || name === 'node_modules';
      answer = isOurs || (!isForeign && (git?.ignoredBy(folder) ?? null) === null);
      known.set(folder, answer);
    }
    return answer;
  };
}
