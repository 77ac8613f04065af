import { join } from 'node:path';
import { Command, Option } from 'commander';
import { loadConfig } from '../config/load-config.js';
import { loadContracts } from '../contract/load-contracts.js';
import { HOOK_MANAGERS } from '../integrations/hook-managers.js';
import { exitCodeOf } from '../model/exit-code.js';
import { readPatternFile } from '../pattern-store/pattern-file.js';
import { readSource } from '../platform/files/read-source.js';
import { readText } from '../platform/files/read-text.js';
import { openWorkingTree } from '../platform/files/working-tree.js';
import { createFile, replaceFile } from '../platform/files/write-file.js';
import { type Git, openGit } from '../platform/git/git.js';
import { listPackageFiles, readPackageFile } from '../platform/package-files.js';
import { findProjectRoot } from '../platform/project-root.js';
import { lineWidth } from '../platform/terminal.js';
import { detectStack, type Stack } from './init/detect-stack.js';
import { hookSetup, installHook } from './init/hook-setup.js';
import { type InitStep, type ProjectState, packsFor, planInit } from './init/plan-init.js';
import { planMergeDriver } from './init/plan-merge-driver.js';
import { nextText, type SetupOptions, setupText } from './init/setup-text.js';
import { reportProblem } from './output/report-problem.js';
import { requireWritten } from './output/require-written.js';
import type { Session } from './workspace/session.js';

const MAX_BYTES = 1024 * 1024;

export function initCommand(session: Session): Command {
  return new Command('init')
    .description('Write starter contracts, a configuration and a pattern store. What is there is never overwritten.')
    .option('-n, --dry-run', 'say what would be written, and write nothing')
    .addOption(new Option('--hooks <kind>', 'also set up a hook that runs before each commit').choices(HOOK_MANAGERS))
    .option('--merge-driver', 'also let git merge what two branches learnt; prints what each clone runs once')
    .action((options: SetupOptions) => init(options, session));
}

function init(options: SetupOptions, session: Session): void {
  const { terminal } = session;
  const root = findProjectRoot(session.cwd);
  const git = openGit(root);
  const stack = stackOf(root, git);
  const gitignore = readSource(join(root, '.gitignore'), MAX_BYTES);
  const loaded = loadContracts(root, loadConfig(root).contracts);
  // What is kept and does not load would be a setup that does not work.
  const problems = [...loaded.problems, ...readPatternFile(root).problems];
  const state = {
    stack,
    contracts: loaded.files,
    gitignore: gitignore.kind === 'text' ? gitignore.text : null,
    isInGit: git !== null && gitignore.kind === 'gone',
    exists: (path: string) => readText(join(root, path), MAX_BYTES).kind !== 'missing',
  };
  const steps = [...starterSteps(state), ...(options.mergeDriver ? [mergeDriverStep(root)] : [])];
  const hook = options.hooks ? hookSetup(options.hooks, root, git) : null;
  if (!options.dryRun) {
    for (const step of steps) carryOut(step, root, gitignore.kind === 'text' && gitignore.bom);
    if (hook) installHook(hook);
  }
  terminal.out(setupText({ root, stack, steps, hook }, options, lineWidth(terminal)));
  for (const problem of problems) reportProblem(problem, session);
  terminal.out(nextText(problems.length > 0, options, lineWidth(terminal)));
  session.conclude(hook?.plan.kind === 'refused' ? 2 : exitCodeOf(problems, false));
}

function starterSteps(state: ProjectState): readonly InitStep[] {
  const packs = listPackageFiles('templates/contracts').map((name) => name.replace(/\.yml$/, ''));
  return planInit(state, packsFor(state.stack, packs), (path) => readPackageFile(`templates/${path}`));
}

function mergeDriverStep(root: string): InitStep {
  const attributes = readSource(join(root, '.gitattributes'), MAX_BYTES);
  return planMergeDriver(attributes.kind === 'text' ? attributes.text : null);
}

function stackOf(root: string, git: Git | null): Stack {
  const manifest = readText(join(root, 'package.json'), MAX_BYTES);
  return detectStack(
    manifest.kind === 'text' ? parseManifest(manifest.text) : null,
    openWorkingTree(root, { maxFileBytes: MAX_BYTES }, git).list(),
  );
}

function parseManifest(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // npm will complain about it better than we could; the files still tell the languages.
    return null;
  }
}

function carryOut(step: InitStep, root: string, bom: boolean): void {
  if (step.kind === 'create') requireWritten(step.path, createFile(root, step.path, step.text));
  if (step.kind === 'append') requireWritten(step.path, replaceFile(root, step.path, step.before, bom, step.text));
}
