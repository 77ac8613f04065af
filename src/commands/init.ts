import { join } from 'node:path';
import { Command, Option } from 'commander';
import { loadConfig } from '../config/load-config.js';
import { loadContracts } from '../contract/load-contracts.js';
import { type HookPlace, installGitHook } from '../integrations/git-hooks.js';
import {
  activation,
  createConfiguration,
  HOOK_MANAGERS,
  type HookManager,
  type ManagedPlan,
  planHook,
} from '../integrations/hook-managers.js';
import { isInstalled } from '../integrations/is-installed.js';
import { exitCodeOf } from '../model/exit-code.js';
import { sanitize } from '../model/sanitize.js';
import { readPatternFile } from '../pattern-store/pattern-file.js';
import { type Git, openGit } from '../platform/git/git.js';
import { listPackageFiles, readPackageFile } from '../platform/package-files.js';
import { findProjectRoot } from '../platform/project-root.js';
import { readSource } from '../platform/read-source.js';
import { readText } from '../platform/read-text.js';
import { openWorkingTree } from '../platform/working-tree.js';
import { createFile, replaceFile } from '../platform/write-file.js';
import { detectStack, type Stack } from './init/detect-stack.js';
import { type InitStep, type ProjectState, packsFor, planInit } from './init/plan-init.js';
import { MERGE_DRIVER_SETUP, planMergeDriver } from './init/plan-merge-driver.js';
import { needsGit } from './needs-git.js';
import { reportProblem } from './report-problem.js';
import { requireWritten } from './require-written.js';
import type { Session } from './session.js';

interface InitOptions {
  readonly dryRun?: true;
  readonly hooks?: HookManager;
  readonly mergeDriver?: true;
}

const MAX_BYTES = 1024 * 1024;

export function initCommand(session: Session): Command {
  return new Command('init')
    .description('Write starter contracts, a configuration and a pattern store. What is there is never overwritten.')
    .option('-n, --dry-run', 'say what would be written, and write nothing')
    .addOption(new Option('--hooks <kind>', 'also set up a hook that runs before each commit').choices(HOOK_MANAGERS))
    .option('--merge-driver', 'also let git merge what two branches learnt; prints what each clone runs once')
    .action((options: InitOptions) => init(options, session));
}

function init(options: InitOptions, session: Session): void {
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
  const hook = options.hooks ? planHookOf(options.hooks, root, git) : null;
  if (!options.dryRun) {
    for (const step of steps) carryOut(step, root, gitignore.kind === 'text' && gitignore.bom);
    if (hook) installHook(hook);
  }
  terminal.out(setupText({ root, stack, steps, hook }, options));
  for (const problem of problems) reportProblem(problem, session);
  terminal.out(nextText(problems.length > 0, options));
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

interface HookSetup {
  readonly manager: HookManager;
  readonly place: HookPlace;
  readonly plan: ManagedPlan;
}

function planHookOf(manager: HookManager, root: string, git: Git | null): HookSetup {
  const place = hookPlace(manager, root, git);
  return { manager, place, plan: planHook(manager, place) };
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

function hookPlace(manager: HookManager, root: string, git: Git | null): HookPlace {
  if (git === null) throw needsGit(root, `--hooks ${manager}`, 'Run "git init" first.');
  return { hooksDirectory: git.hooksDirectory(), root, rootBelowTop: git.rootBelowTop() };
}

function installHook({ manager, place, plan }: HookSetup): void {
  if (plan.kind !== 'create' && plan.kind !== 'extend') return;
  const isOurScript = manager === 'git' || manager === 'husky' || plan.kind === 'extend';
  requireWritten(plan.file, isOurScript ? installGitHook(plan) : createConfiguration(plan, place));
}

function carryOut(step: InitStep, root: string, bom: boolean): void {
  if (step.kind === 'create') requireWritten(step.path, createFile(root, step.path, step.text));
  if (step.kind === 'append') requireWritten(step.path, replaceFile(root, step.path, step.before, bom, step.text));
}

/** What was set up, or would be. */
interface Setup {
  readonly root: string;
  readonly stack: Stack;
  readonly steps: readonly InitStep[];
  readonly hook: HookSetup | null;
}

function setupText({ root, stack, steps, hook }: Setup, { dryRun, mergeDriver }: InitOptions): string {
  const isDry = dryRun === true;
  const writesRules = steps.some(({ kind, path }) => kind === 'create' && path.startsWith('contracts/'));
  return [
    `${sanitize(root)}: ${stackText(stack)}\n`,
    ...steps.map((step) => stepText(step, isDry)),
    isCovered(stack) || !writesRules ? '' : UNCOVERED,
    hook ? hookText(hook.plan, isDry) : '',
    hook && hook.plan.kind !== 'refused' ? activationText(hook) : '',
    mergeDriver ? `               git uses it after: ${MERGE_DRIVER_SETUP}\n` : '',
    hook && hook.plan.kind !== 'refused' && !isInstalled(root) ? NOT_INSTALLED : '',
  ].join('');
}

const UNCOVERED =
  '\nThe starter rules look at JavaScript, TypeScript and markup, of which there is none here: nothing is checked\n' +
  'until you write rules for what there is. Their schema: specflow schema contract\n';

const NOT_INSTALLED = '               it stops every commit until specflow is here: npm install --save-dev specflow\n';

function activationText({ manager, place }: HookSetup): string {
  const step = activation(manager, place);
  return step ? `               git calls it after: ${step}\n` : '';
}

function nextText(isBroken: boolean, { dryRun, hooks, mergeDriver }: InitOptions): string {
  const again = `specflow init${hooks ? ` --hooks ${hooks}` : ''}${mergeDriver ? ' --merge-driver' : ''}`;
  const next = isBroken ? 'specflow validate' : dryRun ? again : 'specflow check';
  // Otherwise the first check of an old project is a wall.
  const advice = '  If that finds much: specflow baseline create, and only what is new counts.\n';
  return `\n${dryRun ? 'Nothing was written.\n' : ''}Next: ${next}\n${next === 'specflow check' ? advice : ''}`;
}

/** Whether the starter rules select anything of it. */
function isCovered({ languages, hasUserInterface }: Stack): boolean {
  return hasUserInterface || languages.length === 0 || languages.some((name) => /^(?:Java|Type)Script$/.test(name));
}

function stackText({ languages, frameworks }: Stack): string {
  const found = [...languages, ...frameworks].join(', ');
  return found === '' ? 'no source files known to us yet' : found;
}

function stepText(step: InitStep, isDry: boolean): string {
  const path = sanitize(step.path);
  if (step.kind === 'keep') return `  kept         ${path}  (${step.why})\n`;
  const verb = step.kind === 'create' ? ['created', 'would create'] : ['added to', 'would add to'];
  return `  ${(verb[isDry ? 1 : 0] ?? '').padEnd(12)} ${path}\n`;
}

function hookText(hook: ManagedPlan, isDry: boolean): string {
  const file = sanitize(hook.file);
  switch (hook.kind) {
    case 'kept':
      return `  kept         ${file}  (our hook is in it already)\n`;
    case 'create':
    case 'extend':
      return `  ${(isDry ? 'would add to' : hook.kind === 'create' ? 'created' : 'added to').padEnd(12)} ${file}\n`;
    case 'print':
      return `  left alone   ${file}: add ${/\.ya?ml$/.test(file) ? 'these lines' : 'this job, here as YAML,'} to it\n\n${indented(hook.lines)}\n`;
    case 'refused':
      return `  left alone   ${file}: ${sanitize(hook.reason)}\n               ${sanitize(hook.help)}\n`;
  }
}

function indented(lines: string): string {
  return lines.replace(/^(?=.)/gm, '    ');
}
