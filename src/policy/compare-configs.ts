import type { Config, HealConfig } from '../model/config.js';
import type { Finding } from '../model/finding.js';
import { compareGlobs } from './compare-globs.js';
import { weakening } from './weakening.js';

/** The files some globs select, of the files as they are now. */
type Select = (globs: readonly string[]) => readonly string[];

/** Settings under which less is looked at, more is excused, more is changed, or more is run. */
export function compareConfigs(before: Config, after: Config, file: string, select: Select): readonly Finding[] {
  const weaker = (name: string, message: string): Finding => weakening(name, { file }, message);
  const findings: Finding[] = [];
  const contracts = compareGlobs(before.contracts, after.contracts, {
    before: select(before.contracts),
    after: select(after.contracts),
  });
  if (contracts !== null) findings.push(weaker('contracts-moved', `Contracts are looked for in less: ${contracts}.`));
  // What is excluded is the loss here.
  const excluded = compareGlobs(after.exclude, before.exclude, {
    before: select(after.exclude),
    after: select(before.exclude),
  });
  if (excluded !== null) {
    const fresh = after.exclude.filter((glob) => !before.exclude.includes(glob)).join(', ');
    findings.push(
      weaker('exclude-widened', `More files are excluded from every rule: ${fresh || 'an exception was dropped'}.`),
    );
  }
  if (after.suppressions.allowNonNegotiable && !before.suppressions.allowNonNegotiable) {
    findings.push(weaker('suppressions-allowed', 'Comments in the code may now excuse non-negotiable rules.'));
  }
  return [...findings, ...compareHealing(before.healLoop, after.healLoop, weaker)];
}

function compareHealing(
  before: HealConfig,
  after: HealConfig,
  weaker: (name: string, message: string) => Finding,
): readonly Finding[] {
  const findings: Finding[] = [];
  const add = (isWeaker: boolean, name: string, message: string): void => {
    if (isWeaker) findings.push(weaker(name, message));
  };
  const lower = after.minConfidence < before.minConfidence;
  add(
    lower,
    'confidence-lowered',
    `Fixes are applied from ${after.minConfidence / 100} on, no longer ${before.minConfidence / 100}.`,
  );
  add(after.autoFixEnabled && !before.autoFixEnabled, 'healing-enabled', 'Heal may now apply fixes.');
  const rank = { on: 2, auto: 1, off: 0 };
  add(rank[after.verifyTypes] < rank[before.verifyTypes], 'types-unchecked', 'Types are checked less after a fix.');
  for (const argv of missing(after.verify, before.verify)) {
    add(true, 'command-added', `Heal now runs a command: ${argv}.`);
  }
  for (const argv of missing(before.verify, after.verify)) {
    add(true, 'verify-removed', `Heal no longer proves its fixes by: ${argv}.`);
  }
  for (const glob of before.protect.filter((each) => !after.protect.includes(each))) {
    add(true, 'protection-removed', `Heal may now write to ${glob}.`);
  }
  const [agent] = missing(after.agent === null ? [] : [after.agent], before.agent === null ? [] : [before.agent]);
  add(agent !== undefined, 'command-added', `Heal now asks an agent by the command: ${agent}.`);
  add(
    after.agentMode === 'worktree' && before.agentMode === 'file',
    'agent-sees-project',
    'The agent is now given a copy of the whole project.',
  );
  for (const name of after.agentEnv.filter((each) => !before.agentEnv.includes(each))) {
    add(true, 'agent-env-added', `The agent is now given the environment variable ${name}.`);
  }
  return findings;
}

/** Commands of one list that the other one has not, as one would write them. */
function missing(of: readonly (readonly string[])[], from: readonly (readonly string[])[]): readonly string[] {
  const known = new Set(from.map((argv) => JSON.stringify(argv)));
  return of.map((argv) => JSON.stringify(argv)).filter((argv) => !known.has(argv));
}
