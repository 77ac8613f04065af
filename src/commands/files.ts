import { Command } from 'commander';
import { filesToJudge } from '../enforce.js';
import { cover } from '../engine/selection/cover.js';
import { focusOn } from '../engine/selection/focus-on.js';
import { pickRules } from '../engine/selection/pick-rules.js';
import { whyFile } from '../engine/selection/why-file.js';
import { compileScope } from '../globs/compile-scope.js';
import { exitCodeOf } from '../model/exit-code.js';
import { usageError } from '../model/problem.js';
import { sanitize } from '../model/sanitize.js';
import type { SourceTree } from '../platform/files/source-tree.js';
import { openWorkingTree } from '../platform/files/working-tree.js';
import { openGit } from '../platform/git/git.js';
import { closedAbove } from '../platform/paths/closed-folders.js';
import { lineWidth } from '../platform/terminal.js';
import { printJson } from '../reporters/print-json.js';
import { fileReasonText } from '../reporters/text/file-reason-text.js';
import { paletteOf } from '../reporters/text/palette.js';
import { idsOption, type ShapeChoice, shapeOption } from './options/options.js';
import { ruleChoice } from './options/rule-choice.js';
import { reportProblem } from './output/report-problem.js';
import { sayBeside } from './output/say.js';
import type { Session } from './workspace/session.js';
import { toRootPaths } from './workspace/to-root-paths.js';
import { openWorkspace, type Workspace } from './workspace/workspace.js';

interface FilesOptions extends ShapeChoice {
  readonly why?: string;
  readonly rule: readonly string[];
  readonly contract: readonly string[];
}

export function filesCommand(session: Session): Command {
  return new Command('files')
    .description('List the files that rules look at, or tell why one file is judged or not.')
    .argument('[paths...]', 'only files at or below these paths')
    .option('--why <path>', 'tell what decides about one file, and which glob of each rule')
    .addOption(idsOption('-r, --rule <id>', 'only files in the scope of this rule; may be repeated'))
    .addOption(idsOption('-c, --contract <id>', 'only files in the scope of rules of this contract; may be repeated'))
    .addOption(shapeOption())
    .action((paths: readonly string[], options: FilesOptions) => files(paths, options, session));
}

function files(paths: readonly string[], options: FilesOptions, session: Session): void {
  const workspace = openWorkspace(session);
  const { root, config, loaded } = workspace;
  const tree = openWorkingTree(root, { maxFileBytes: config.maxFileBytes });
  // A contract that does not load may hold the rule that would look at a file.
  for (const problem of loaded.problems) reportProblem(problem, session);
  if (options.why === undefined) list(paths, options, tree, workspace, session);
  else if (paths.length === 0) why(options.why, options, tree, workspace, session);
  else throw usageError('usage/why', '--why tells of one file, so it takes no other paths.', 'Leave the others out.');
  session.conclude(exitCodeOf(loaded.problems, false));
}

function list(
  paths: readonly string[],
  options: FilesOptions,
  tree: SourceTree,
  { root, config, loaded }: Workspace,
  { cwd, terminal }: Session,
): void {
  const rules = pickRules(loaded, ruleChoice(options));
  const judged = filesToJudge(tree, loaded, config);
  const asked = paths.length === 0 ? undefined : toRootPaths(paths, root, cwd);
  const focus = focusOn(judged, { paths: asked }, (path) => tree.read(path).kind !== 'gone');
  const coverage = cover(rules, judged);
  const rows = judged
    .filter((path) => focus.files === null || focus.files.has(path))
    .map((path) => ({ path, rules: coverage.rulesOf(path).map(({ id }) => id) }))
    // Links and pipes are in scope, and nobody looks at them.
    .filter((row) => row.rules.length > 0 && tree.stamp?.(row.path) !== null);
  if (options.format === 'json') terminal.out(printJson({ schemaVersion: 1, files: rows }));
  else terminal.out(rows.map(({ path }) => `${sanitize(path)}\n`).join(''));
  for (const { message } of focus.findings) sayBeside(`${sanitize(message)}\n`, terminal);
  if (rows.length === 0) {
    sayBeside('No file lies in the scope of a rule. To see why: specflow files --why <path>\n', terminal);
  }
}

function why(
  written: string,
  options: FilesOptions,
  tree: SourceTree,
  { root, config, loaded }: Workspace,
  session: Session,
): void {
  const { terminal } = session;
  const [path = '.'] = toRootPaths([written], root, session.cwd);
  const read = tree.read(path);
  const isFolder = path === '.' || tree.list().some((file) => file.startsWith(`${path}/`));
  if (isFolder) throw usageError('usage/why', `${path} is a folder.`, `Name a file, or see: specflow files ${path}`);
  if (read.kind === 'gone') {
    throw usageError('usage/path-not-found', `There is no file called ${path}.`, 'See: specflow files');
  }
  const reason = whyFile({
    path,
    listed: tree.list(),
    judged: filesToJudge(tree, loaded, config),
    contractFiles: loaded.files,
    exclude: config.exclude,
    rules: pickRules(loaded, ruleChoice(options)),
    compileScope,
    ignoredBy: () => openGit(root)?.ignoredBy(path) ?? null,
    closedAbove: () => closedAbove(root, path),
    whySkipped: () => (read.kind === 'skipped' ? read : null),
  });
  if (options.format === 'json') terminal.out(printJson({ schemaVersion: 1, ...reason }));
  else {
    const style = { width: terminal.columns, rowWidth: lineWidth(terminal) };
    terminal.out(fileReasonText(reason, paletteOf(terminal.color), style));
  }
}
