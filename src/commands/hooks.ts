import { Command, Option } from 'commander';
import type { Agent } from '../integrations/agent.js';
import {
  type HookPlace,
  installedHooks,
  planInstall,
  planUninstall,
  type SettingsPlan,
  writeSettings,
} from '../integrations/agent-hooks.js';
import { AGENTS } from '../integrations/index.js';
import { isInstalled } from '../integrations/is-installed.js';
import { type Proof, proveHook } from '../integrations/prove-hook.js';
import { exitCodeOf } from '../model/exit-code.js';
import { usageError } from '../model/problem.js';
import { sanitize } from '../model/sanitize.js';
import { openGit } from '../platform/git/git.js';
import { findProjectRoot } from '../platform/project-root.js';
import { lineWidth } from '../platform/terminal.js';
import { wrapIndented } from '../reporters/text/wrap-text.js';
import { reportProblem } from './output/report-problem.js';
import { requireWritten } from './output/require-written.js';
import { say, sayBeside } from './output/say.js';
import { stepText } from './output/step-text.js';
import type { Session } from './workspace/session.js';
import { openWorkspace } from './workspace/workspace.js';

interface HooksOptions {
  readonly agent: string;
  readonly local?: true;
}

export function hooksCommand(session: Session): Command {
  const command = new Command('hooks').description(
    'Install, prove and remove the hooks through which a coding agent asks specflow after each edit.',
  );
  const names = AGENTS.map(({ name }) => name);
  const agent = (): Option => new Option('--agent <name>', 'whose settings').choices(names).makeOptionMandatory();
  command
    .command('install')
    .description('add our hooks to the settings of an agent; everything else in them stays')
    .addOption(agent())
    .option('--local', 'into the settings of this user alone, where the agent has such')
    .action((options: HooksOptions) => install(options, session));
  command
    .command('status')
    .description('hand recorded payloads to the installed command lines, and say whether they fire')
    .addOption(
      new Option('--agent <name>', 'whose settings; of all agents that have our hooks without it').choices(names),
    )
    .action((options: Partial<HooksOptions>) => status(options, session));
  command
    .command('uninstall')
    .description('take our hooks, and nothing else, out of the settings of an agent')
    .addOption(agent())
    .option('--local', 'out of the settings of this user alone')
    .action((options: HooksOptions) => uninstall(options, session));
  return command;
}

function install(options: HooksOptions, session: Session): void {
  const { terminal } = session;
  const agent = agentOf(options);
  const file = fileOf(agent, options);
  const root = findProjectRoot(session.cwd);
  const elsewhere = installedHooks(agent, root).find(
    (state) => state.kind === 'read' && state.file !== file && state.hooks.length > 0,
  );
  if (elsewhere) {
    const why = 'our hooks are in it, and twice would tell everything twice';
    terminal.out(stepText('kept         ', elsewhere.file, why, lineWidth(terminal)));
    session.conclude(0);
    return;
  }
  const place: HookPlace = { root, rootBelowTop: openGit(root)?.rootBelowTop() ?? null };
  carryOut(planInstall(agent, file, place), root, session);
  if (!isInstalled(root)) terminal.out(`${NOT_HERE}\n`);
  if (agent.settings.afterInstall) say(`${agent.settings.afterInstall}\n`, terminal);
  terminal.out(`Next: specflow hooks status --agent ${agent.name}\n`);
}

function uninstall(options: HooksOptions, session: Session): void {
  const agent = agentOf(options);
  const root = findProjectRoot(session.cwd);
  carryOut(planUninstall(agent, fileOf(agent, options), root), root, session);
}

function carryOut(plan: SettingsPlan, root: string, { terminal, conclude }: Session): void {
  const file = sanitize(plan.file);
  const width = lineWidth(terminal);
  switch (plan.kind) {
    case 'kept':
      terminal.out(stepText('kept         ', file, 'nothing to change', width));
      conclude(0);
      return;
    case 'absent':
      terminal.out(stepText('not there    ', file, 'nothing to take out', width));
      conclude(0);
      return;
    case 'refused':
      sayBeside(`left alone   ${file}: ${sanitize(plan.reason)}.\n${sanitize(plan.help, '\n')}\n`, terminal);
      conclude(2);
      return;
    case 'create':
    case 'change':
    case 'remove':
      requireWritten(plan.file, writeSettings(root, plan));
      terminal.out(`${DONE[plan.kind]}      ${file}\n`);
      conclude(0);
  }
}

const NOT_HERE = 'They find no specflow until it is here:\n  npm install --save-dev specflow';
const DONE = { create: 'created', change: 'changed', remove: 'removed' };

/** Exit code 1 unless there are hooks, for every event we ask for, and every hook fires. */
async function status({ agent }: Partial<HooksOptions>, session: Session): Promise<void> {
  const root = findProjectRoot(session.cwd);
  const agents = agent === undefined ? AGENTS.filter((each) => hasHooks(each, root)) : [agentOf({ agent })];
  if (agents.length === 0) {
    say('No coding agent has our hooks in this project.\n', session.terminal);
    session.terminal.out('Next: specflow hooks install --agent <name>\n');
  }
  const codes: (0 | 1 | 2)[] = [];
  for (const each of agents) {
    if (agents.length > 1) session.terminal.out(`${each.title}\n`);
    codes.push(await statusOf(each, root, session));
  }
  const { loaded } = openWorkspace(session);
  for (const problem of loaded.problems) reportProblem(problem, session);
  session.conclude(codes.includes(2) ? 2 : exitCodeOf(loaded.problems, codes.length === 0 || codes.includes(1)));
}

/** Also where that cannot be told. */
function hasHooks(agent: Agent, root: string): boolean {
  return installedHooks(agent, root).some((state) =>
    state.kind === 'read' ? state.hooks.length > 0 : state.kind === 'refused',
  );
}

async function statusOf(agent: Agent, root: string, session: Session): Promise<0 | 1 | 2> {
  const { terminal } = session;
  const states = installedHooks(agent, root);
  const refused = states.flatMap((state) => (state.kind === 'refused' ? [state] : []));
  for (const { file, reason } of refused) sayBeside(`cannot look   ${sanitize(file)}: ${sanitize(reason)}\n`, terminal);
  const hooks = states.flatMap((state) =>
    (state.kind === 'read' ? state.hooks : []).map((hook) => ({ ...hook, file: state.file })),
  );
  let isProven = true;
  let isMissing = false;
  for (const { event, proves } of agent.settings.entries) {
    const installed = hooks.filter((hook) => hook.event === event);
    if (installed.length === 0) terminal.out(`not installed  ${event}\n`);
    isMissing ||= installed.length === 0;
    for (const { command, file } of installed) {
      const proof = await session.interruptibly(() => proveHook(agent, proves, command, root), INTERRUPTED);
      isProven &&= proof.kind === 'fires';
      terminal.out(proofText(proof, `${event}  ${command}  (${file})`, lineWidth(terminal)));
    }
  }
  if (isMissing) terminal.out(`Next: specflow hooks install --agent ${agent.name}\n`);
  return refused.length > 0 ? 2 : isMissing || !isProven ? 1 : 0;
}

const INTERRUPTED: Proof = { kind: 'fails', reason: 'was not waited for' };

function proofText(proof: Proof, what: string, width: number): string {
  const indent = ' '.repeat(15);
  const verdict = proof.kind === 'fires' ? 'fires        ' : 'does not work';
  const why = proof.kind === 'fires' ? [] : wrapIndented(`${indent}it ${sanitize(proof.reason)}`, width);
  const [first = '', ...rest] = wrapIndented(`${indent}${sanitize(what)}`, width);
  return [`${verdict}  ${first.trimStart()}`, ...rest, ...why].map((line) => `${line}\n`).join('');
}

function agentOf({ agent }: Pick<HooksOptions, 'agent'>): Agent {
  const found = AGENTS.find(({ name }) => name === agent);
  if (found === undefined) throw new Error(`the option let ${agent} through`);
  return found;
}

function fileOf(agent: Agent, { local }: HooksOptions): string {
  const { file, localFile } = agent.settings;
  if (!local) return file;
  if (localFile === null) {
    throw usageError('usage/local', `${agent.title} has one settings file a project, ${file}.`, 'Leave --local out.');
  }
  return localFile;
}
