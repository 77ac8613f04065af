import { isAbsolute, relative } from 'node:path';
import { activation, type HookManager, type ManagedPlan } from '../../integrations/hook-managers.js';
import { isInstalled } from '../../integrations/is-installed.js';
import { sanitize } from '../../model/sanitize.js';
import { wrapLines } from '../../reporters/text/wrap-text.js';
import { stepText } from '../output/step-text.js';
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

/** @param width of the terminal */
export function setupText(
  { root, stack, steps, hook }: Setup,
  { dryRun, mergeDriver }: SetupOptions,
  width: number,
): string {
  const isDry = dryRun === true;
  const writesRules = steps.some(({ kind, path }) => kind === 'create' && path.startsWith('contracts/'));
  return [
    wrapLines(`${sanitize(root)}: ${stackText(stack)}\n`, width, 2),
    ...steps.map((step) => starterText(step, isDry, width)),
    isCovered(stack) || !writesRules ? '' : wrapLines(UNCOVERED, width),
    hook ? hookText(hook.plan, root, isDry, width) : '',
    hook && hook.plan.kind !== 'refused' ? wrapLines(activationText(hook), width, 2) : '',
    mergeDriver ? `${BELOW}git uses it after:\n  ${MERGE_DRIVER_SETUP}\n` : '',
    hook && hook.plan.kind !== 'refused' && !isInstalled(root) ? wrapLines(NOT_INSTALLED, width) : '',
  ].join('');
}

const UNCOVERED =
  '\nThe starter rules look at JavaScript, TypeScript and markup, of which there is none here: nothing is checked ' +
  'until you write rules for what there is. Their schema: specflow schema contract\n';

/** Columns before the name of a file. */
const BELOW = ' '.repeat(15);

const NOT_INSTALLED = `${BELOW}it stops every commit until specflow is here:\n${BELOW}npm install --save-dev specflow\n`;

function activationText({ manager, place }: HookSetup): string {
  const step = activation(manager, place);
  return step ? `${BELOW}git calls it after: ${step}\n` : '';
}

/** @param isBroken whether what was there before does not load */
export function nextText(isBroken: boolean, { dryRun, hooks, mergeDriver }: SetupOptions, width: number): string {
  const again = `specflow init${hooks ? ` --hooks ${hooks}` : ''}${mergeDriver ? ' --merge-driver' : ''}`;
  const next = isBroken ? 'specflow validate' : dryRun ? again : 'specflow check';
  // Otherwise the first check of an old project is a wall.
  const advice = wrapLines('  If that finds much: specflow baseline create, and only what is new counts.\n', width);
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

function starterText(step: InitStep, isDry: boolean, width: number): string {
  const path = sanitize(step.path);
  if (step.kind === 'keep') return stepText('  kept         ', path, step.why, width);
  const verb = step.kind === 'create' ? ['created', 'would create'] : ['added to', 'would add to'];
  return stepText(`  ${(verb[isDry ? 1 : 0] ?? '').padEnd(12)} `, path, null, width);
}

function hookText(hook: ManagedPlan, root: string, isDry: boolean, width: number): string {
  const below = relative(root, hook.file);
  const file = sanitize(below.startsWith('..') || isAbsolute(below) ? hook.file : below);
  switch (hook.kind) {
    case 'kept':
      return stepText('  kept         ', file, 'our hook is in it already', width);
    case 'create':
    case 'extend':
      return stepText(`  ${hookVerb(hook.kind, isDry).padEnd(12)} `, file, null, width);
    case 'print':
      return `${wrapLines(`  left alone   ${file}: ${printedText(file)}`, width, 13)}\n\n${indented(hook.lines)}\n`;
    case 'refused':
      return wrapLines(`  left alone   ${file}: ${sanitize(hook.reason)}\n${BELOW}${sanitize(hook.help)}\n`, width, 2);
  }
}

function hookVerb(kind: 'create' | 'extend', isDry: boolean): string {
  if (isDry) return kind === 'create' ? 'would create' : 'would add to';
  return kind === 'create' ? 'created' : 'added to';
}

function printedText(file: string): string {
  return `add ${/\.ya?ml$/.test(file) ? 'these lines' : 'this job, here as YAML,'} to it`;
}

function indented(lines: string): string {
  return lines.replace(/^(?=.)/gm, '    ');
}
