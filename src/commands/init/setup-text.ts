import { activation, type HookManager, type ManagedPlan } from '../../integrations/hook-managers.js';
import { isInstalled } from '../../integrations/is-installed.js';
import { sanitize } from '../../model/sanitize.js';
import type { Stack } from './detect-stack.js';
import type { HookSetup } from './hook-setup.js';
import type { InitStep } from './plan-init.js';
import { MERGE_DRIVER_SETUP } from './plan-merge-driver.js';

/** What `init` was asked to set up. */
export interface SetupOptions {
  readonly dryRun?: true;
  readonly hooks?: HookManager;
  readonly mergeDriver?: true;
}

/** What was set up, or would be. */
export interface Setup {
  readonly root: string;
  readonly stack: Stack;
  readonly steps: readonly InitStep[];
  readonly hook: HookSetup | null;
}

export function setupText({ root, stack, steps, hook }: Setup, { dryRun, mergeDriver }: SetupOptions): string {
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

/** @param isBroken whether what was there before does not load */
export function nextText(isBroken: boolean, { dryRun, hooks, mergeDriver }: SetupOptions): string {
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
