import { type HookPlace, installGitHook } from '../../integrations/git-hooks.js';
import { createConfiguration, type HookManager, type ManagedPlan, planHook } from '../../integrations/hook-managers.js';
import type { Git } from '../../platform/git/git.js';
import { requireWritten } from '../output/require-written.js';
import { needsGit } from '../workspace/needs-git.js';

/** The hook that was asked for: who runs it, where, and what that takes. */
export interface HookSetup {
  readonly manager: HookManager;
  readonly place: HookPlace;
  readonly plan: ManagedPlan;
}

/** @throws UsageError where there is no git to run it */
export function hookSetup(manager: HookManager, root: string, git: Git | null): HookSetup {
  const place = hookPlace(manager, root, git);
  return { manager, place, plan: planHook(manager, place) };
}

function hookPlace(manager: HookManager, root: string, git: Git | null): HookPlace {
  if (git === null) throw needsGit(root, `--hooks ${manager}`, 'Run "git init" first.');
  return { hooksDirectory: git.hooksDirectory(), root, rootBelowTop: git.rootBelowTop() };
}

/** Writes what was planned; nothing where it is there already, or a person has to add it. */
export function installHook({ manager, place, plan }: HookSetup): void {
  if (plan.kind !== 'create' && plan.kind !== 'extend') return;
  const isOurScript = manager === 'git' || manager === 'husky' || plan.kind === 'extend';
  requireWritten(plan.file, isOurScript ? installGitHook(plan) : createConfiguration(plan, place));
}
