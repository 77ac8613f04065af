import { join } from 'node:path';
import { runCommand } from '../platform/processes/run-command.js';
import { withTemporaryFolder } from '../platform/scratch/temporary-folder.js';
import type { Agent } from './agent.js';
import { isInstalled } from './is-installed.js';
import { PROBE_CONTRACT, PROBE_RULE } from './probe-contract.js';

/** What an installed hook did when it was handed recorded payloads. */
export type Proof =
  | { readonly kind: 'fires' }
  /** `reason` is one clause, about the command line. */
  | { readonly kind: 'fails'; readonly reason: string };

const TIMEOUT_MS = 60_000;
/** What npx says of it is many lines about its registry. */
const NOT_INSTALLED = 'found no specflow in the packages of this project: npm install --save-dev specflow';

/**
 * Hands an installed command line the payload of its agent, as its agent would: once after an edit that breaks a
 * contract, once after one that breaks none. Both happen in a temporary project, so that nothing is written in this one.
 * @param root where the agent runs the command
 */
export async function proveHook(agent: Agent, event: 'edit' | 'stop', command: string, root: string): Promise<Proof> {
  if (!isPlain(command)) return fails('does more than start specflow, so it was not run from here');
  const violating = await ask(agent, event, command, root, 'violating\n');
  if (violating.kind === 'broken') return fails(violating.reason);
  if (!violating.output.includes(PROBE_RULE)) {
    if (violating.status !== 0 && command.startsWith('npx ') && !isInstalled(root)) return fails(NOT_INSTALLED);
    return fails(`said nothing of a violation ${endText(violating)}`);
  }
  if (violating.status !== agent.answer(event, '').code)
    return fails(`tells of a violation with the wrong exit code ${endText(violating)}`);
  const clean = await ask(agent, event, command, root, 'clean\n');
  if (clean.kind === 'broken') return fails(clean.reason);
  // Not simply empty: npx has remarks of its own, which no agent heeds after exit code 0.
  if (clean.status !== 0 || clean.output.includes(PROBE_RULE))
    return fails(`is not silent about a clean file ${endText(clean)}`);
  return { kind: 'fires' };
}

type Answer =
  | { readonly kind: 'answered'; readonly status: number; readonly output: string }
  | { readonly kind: 'broken'; readonly reason: string };

async function ask(agent: Agent, event: 'edit' | 'stop', command: string, root: string, text: string): Promise<Answer> {
  const content = {
    files: { 'contracts/probe.yml': PROBE_CONTRACT, 'probe.txt': text },
    // For command lines that look for the program below the folder the agent names.
    links: { node_modules: join(root, 'node_modules') },
  };
  const end = await withTemporaryFolder(content, (folder) =>
    runCommand(shellCommand(command), {
      cwd: root,
      timeoutMs: TIMEOUT_MS,
      input: JSON.stringify(agent.sample(event, folder, join(folder, 'probe.txt'))),
      env: agent.folderVariable === null ? {} : { [agent.folderVariable]: folder },
    }),
  );
  switch (end.kind) {
    case 'exited':
      return { kind: 'answered', status: end.status, output: end.output.trim() };
    case 'signalled':
      return { kind: 'broken', reason: `was ended by ${end.signal}` };
    case 'timed-out':
      return { kind: 'broken', reason: `did not end within ${TIMEOUT_MS / 1000} seconds` };
    case 'not-started':
      return { kind: 'broken', reason: `did not start: ${end.error}` };
  }
}

function shellCommand(command: string): readonly string[] {
  return process.platform === 'win32' ? ['cmd', '/d', '/s', '/c', command] : ['sh', '-c', command];
}

/** Expansions our own command lines hold. */
const KNOWN_WORDS = /"?\$(?:[A-Z]+_PROJECT_DIR|\{[A-Z]+_PROJECT_DIR\}|\(git rev-parse --show-toplevel\))"?/g;

/**
 * Whether a command line only starts specflow. The settings came with the repository: what else stands in them is for
 * the agent to run, which asks its user first.
 */
function isPlain(command: string): boolean {
  const words = command.replace(KNOWN_WORDS, '').trim();
  return !/[$`\\;&|<>(){}*?!#\n]/.test(words) && STARTS_SPECFLOW.test(words);
}

const STARTS_SPECFLOW = /^(?:(?:npx|pnpm|yarn|bunx|node)\s.*)?\S*specflow\S*\s+hook\s+[a-z]+$/;

function endText({ status, output }: Extract<Answer, { kind: 'answered' }>): string {
  const lastLine = output.split('\n').at(-1) ?? '';
  return `(exit code ${status}${lastLine === '' ? '' : `: ${lastLine.slice(0, 200)}`})`;
}

function fails(reason: string): Proof {
  return { kind: 'fails', reason };
}
