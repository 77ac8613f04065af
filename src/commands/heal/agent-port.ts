import { join } from 'node:path';
import type { Raised } from '../../findings/sync-findings.js';
import { protectedReason } from '../../heal/access/protected-path.js';
import type { Agent, AgentReply, AgentTask } from '../../heal/agent/agent.js';
import { type Problem, usageError } from '../../model/problem.js';
import { changedStamps } from '../../platform/files/file-stamps.js';
import { readSource } from '../../platform/files/read-source.js';
import { openWorkingTree } from '../../platform/files/working-tree.js';
import { type Git, openGit } from '../../platform/git/git.js';
import type { CommandResult } from '../../platform/processes/run-command.js';
import { ignoredState, projectState } from '../../platform/project-state.js';
import { openScratch, sweepScratches } from '../../platform/scratch/scratch.js';
import { openScratchTree, type ScratchChange } from '../../platform/scratch/scratch-tree.js';
import type { Session } from '../workspace/session.js';
import type { Workspace } from '../workspace/workspace.js';
import { ignoredChanges, observed, projectChanged, stillRunning } from './agent-notes.js';
import { agentProcess } from './agent-process.js';

export interface AgentPort extends Agent {
  /** What it noticed beside its task, for the owner to decide about. */
  noticed(): readonly Raised[];
  /** What it did that nobody may overlook. */
  problems(): readonly Problem[];
  /** Takes its folder away, and ends whatever it left running. */
  close(): void;
}

/**
 * The configured agent. It works in a scratch folder outside the project, which holds a copy of the one file or of all;
 * the project itself is written by nobody but heal, once every gate agreed. Where the project changed meanwhile all the
 * same, its answer is not taken, and it is not asked again.
 * @throws UsageError where none is configured
 */
export function agentPort(workspace: Workspace, session: Session): AgentPort {
  const { root, config, loaded } = workspace;
  const { agentTimeoutMs, agentMode, agentAttempts, protect } = config.healLoop;
  const command = configured(config.healLoop.agent);
  sweepScratches();
  const git = openGit(root);
  const scratch = openScratch('specflow heal --agent');
  const tree = openScratchTree(root, scratch, agentMode === 'file' ? [] : filesToCopy(workspace, git));
  const agent = agentProcess(command, scratch, config.healLoop, session.env);
  const contractFiles = new Set(loaded.files);
  const noticed: Raised[] = [];
  /** What of the project changed while it was at work. */
  let escaped: readonly string[] = [];
  /** Processes of its that could not be stopped. */
  let running = 0;
  /** A fix is planned first and then tried: the agent is asked once. */
  const asked = new Map<string, Promise<AgentReply>>();

  /** Runs it, and looks for what it left running and for what changed in the project meanwhile. */
  const runAndLook = async (prompt: string): Promise<CommandResult> => {
    const [before, ignoredBefore] = [projectState(root, git), ignoredState(root, git)];
    const end = await session.interruptibly(() => agent.run(prompt), INTERRUPTED);
    running = agent.endAll();
    escaped = changedStamps(before, projectState(root, git));
    noticed.push(...ignoredChanges(changedStamps(ignoredBefore, ignoredState(root, git))));
    return end;
  };

  const ask = async ({ path, text, prompt }: AgentTask): Promise<AgentReply> => {
    if (escaped.length > 0) return failed('it wrote to the project before, and is not asked again');
    if (running > 0) return failed('what it left running could not be stopped; it is not asked again');
    const unprepared = tree.prepare(path, text);
    if (unprepared !== null) return failed(`the files for it could not be laid out: ${unprepared}`);
    const end = await runAndLook(prompt);
    if (escaped.length > 0) return failed(`${escaped[0]} of the project changed while it was at work`);
    if (running > 0) return failed('it left something running that could not be stopped');
    const why = whyNoAnswer(end, agentTimeoutMs);
    if (why !== null) return failed(why);
    const output = end.kind === 'exited' ? end.output : '';
    noticed.push(...observed(output, path));
    const others = tree.changes().filter((each) => each.path !== path || each.kind !== 'edited');
    const reasonOf = (other: string): string | null => protectedReason(other, contractFiles, protect);
    const now = readSource(join(scratch.folder, path), config.maxFileBytes);
    return replyOf(output, text, now, { others, reasonOf });
  };

  return {
    attempts: agentAttempts,
    mode: agentMode,
    propose(task) {
      const known = asked.get(task.prompt) ?? ask(task);
      asked.set(task.prompt, known);
      return known;
    },
    noticed: () => noticed,
    problems: () => [
      ...(escaped.length === 0 ? [] : [projectChanged(escaped)]),
      ...(running === 0 ? [] : [stillRunning(running)]),
    ],
    close() {
      agent.endAll();
      scratch.remove();
    },
  };
}

function configured(agent: readonly string[] | null): readonly string[] {
  if (agent !== null) return agent;
  throw usageError(
    'usage/agent',
    'No agent is configured.',
    'Set heal_loop.agent in .specflow/config.json to its command, such as ["claude", "-p"]; see the README.',
  );
}

/** No state of ours is any help to it. */
function filesToCopy({ root, config }: Workspace, git: Git | null): readonly string[] {
  return openWorkingTree(root, config, git)
    .list()
    .filter((path) => !path.startsWith('.specflow/'));
}

function failed(why: string): AgentReply {
  return { kind: 'failed', why };
}

const INTERRUPTED: CommandResult = { kind: 'signalled', signal: 'an interrupt', output: '' };

function whyNoAnswer(end: CommandResult, timeoutMs: number): string | null {
  switch (end.kind) {
    case 'not-started':
      return `it could not be started: ${end.error}`;
    case 'timed-out':
      return `it was stopped after ${timeoutMs / 1000} seconds`;
    case 'signalled':
      return `it was ended by ${end.signal}`;
    case 'exited':
      return end.status === 0 ? null : `it exited with ${end.status}`;
  }
}

/** A block of edits, or else what the agent did to its copy of the file; not both, and nothing besides. */
function replyOf(
  output: string,
  text: string,
  now: ReturnType<typeof readSource>,
  { others, reasonOf }: { readonly others: readonly ScratchChange[]; reasonOf(path: string): string | null },
): AgentReply {
  const [other] = others;
  if (other !== undefined) {
    const reason = reasonOf(other.path) ?? 'nobody asked about it';
    return { kind: 'refused', why: `${other.path} was ${other.kind}, and ${reason}` };
  }
  if (now.kind !== 'text') return { kind: 'refused', why: 'it left no text file behind' };
  if (now.text === text) return { kind: 'answer', text: output };
  return output.includes('<<<<<<<')
    ? { kind: 'refused', why: 'it gave two answers, a block of edits and an edited file' }
    : { kind: 'edited', text: now.text };
}
