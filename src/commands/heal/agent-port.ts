import { join } from 'node:path';
import type { Raised } from '../../findings/sync-findings.js';
import type { Agent, AgentReply, AgentTask } from '../../heal/agent.js';
import { protectedReason } from '../../heal/protected-path.js';
import { type Problem, usageError } from '../../model/problem.js';
import { changedStamps } from '../../platform/file-stamps.js';
import { openGit } from '../../platform/git/git.js';
import { markedCommand } from '../../platform/marked-command.js';
import { ignoredState, projectState } from '../../platform/project-state.js';
import { readSource } from '../../platform/read-source.js';
import { type CommandResult, runCommand } from '../../platform/run-command.js';
import { openScratch, sweepScratches } from '../../platform/scratch.js';
import { openScratchTree, type ScratchChange } from '../../platform/scratch-tree.js';
import { type ProcessWatch, watchProcesses } from '../../platform/watch-processes.js';
import { openWorkingTree } from '../../platform/working-tree.js';
import type { Session } from '../session.js';
import type { Workspace } from '../workspace.js';

const MAX_ANSWER_BYTES = 1024 * 1024;
const MAX_NOTES = 5;
const LONGEST_NOTE = 500;
/** No state of ours is any help to it. */
const OURS = /^\.specflow\//;

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
  const { agent, agentEnv, agentTimeoutMs, agentMode, agentAttempts, protect } = config.healLoop;
  if (agent === null) {
    throw usageError(
      'usage/agent',
      'No agent is configured.',
      'Set heal_loop.agent in .specflow/config.json to its command, such as ["claude", "-p"]; see the README.',
    );
  }
  sweepScratches();
  const named = Object.fromEntries(
    agentEnv.flatMap((name) => (session.env[name] === undefined ? [] : [[name, session.env[name] ?? '']])),
  );
  const git = openGit(root);
  const scratch = openScratch('specflow heal --agent');
  const copied =
    agentMode === 'file'
      ? []
      : openWorkingTree(root, config, git)
          .list()
          .filter((path) => !OURS.test(path));
  const tree = openScratchTree(root, scratch, copied);
  const contractFiles = new Set(loaded.files);
  const noticed: Raised[] = [];
  /** What of the project changed while it was at work. */
  let escaped: readonly string[] = [];
  /** Processes of its that could not be stopped. */
  let running = 0;
  /** A fix is planned first and then tried: the agent is asked once. */
  const asked = new Map<string, Promise<AgentReply>>();

  let watch: ProcessWatch | null = null;
  const { argv, mark } = markedCommand(agent);
  const run = (prompt: string): Promise<CommandResult> =>
    runCommand(argv, {
      onStart: (pid) => {
        watch = watchProcesses(pid, scratch.folder, mark);
      },
      onKill: () => watch?.look(),
      cwd: scratch.folder,
      timeoutMs: agentTimeoutMs,
      input: prompt,
      env: { ...named, ...scratch.env },
      maxOutputBytes: MAX_ANSWER_BYTES,
    });

  const ask = async ({ path, text, prompt }: AgentTask): Promise<AgentReply> => {
    if (escaped.length > 0) return { kind: 'failed', why: 'it wrote to the project before, and is not asked again' };
    if (running > 0) return { kind: 'failed', why: 'what it left running could not be stopped; it is not asked again' };
    const unprepared = tree.prepare(path, text);
    if (unprepared !== null) return { kind: 'failed', why: `the files for it could not be laid out: ${unprepared}` };
    const [before, ignoredBefore] = [projectState(root, git), ignoredState(root, git)];
    const end = await session.interruptibly(() => run(prompt), INTERRUPTED);
    scratch.endAll();
    running = watch?.endAll() ?? 0;
    escaped = changedStamps(before, projectState(root, git));
    noticed.push(...ignoredChanges(changedStamps(ignoredBefore, ignoredState(root, git))));
    if (escaped.length > 0) return { kind: 'failed', why: `${escaped[0]} of the project changed while it was at work` };
    if (running > 0) return { kind: 'failed', why: 'it left something running that could not be stopped' };
    const why = whyNoAnswer(end, agentTimeoutMs);
    if (why !== null) return { kind: 'failed', why };
    const output = end.kind === 'exited' ? end.output : '';
    noticed.push(...notesIn(output, path));
    const reasonOf = (other: string): string | null => protectedReason(other, contractFiles, protect);
    return replyOf(output, text, readSource(join(scratch.folder, path), config.maxFileBytes), {
      others: tree.changes().filter((each) => each.path !== path || each.kind !== 'edited'),
      reasonOf,
    });
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
      watch?.endAll();
      scratch.remove();
    },
  };
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

function projectChanged(paths: readonly string[]): Problem {
  const [first, ...more] = paths;
  const others = more.length === 0 ? '' : ` and ${more.length} more`;
  return {
    code: 'agent/project-changed',
    severity: 'incomplete',
    file: first ?? null,
    line: null,
    column: null,
    message: `While the agent was at work in its scratch folder, ${first}${others} of the project itself changed.`,
    help: 'Its answer was not taken and it was not asked again. If it was not you, see "git status", and do not use that agent without a sandbox.',
  };
}

/** Programs write to such files all the time, so that nobody knows who it was: an owner is told, and decides. */
function ignoredChanges(paths: readonly string[]): readonly Raised[] {
  return paths.slice(0, MAX_NOTES).map((file) => ({
    finding: {
      code: 'agent/ignored-changed',
      ruleId: null,
      file,
      line: null,
      message: 'While an agent was at work in its scratch folder, this file changed, which git ignores.',
      help: 'If no other program of yours wrote to it, see what is in it, and do not use that agent without a sandbox.',
    },
    evidence: null,
  }));
}

function stillRunning(count: number): Problem {
  return {
    code: 'agent/still-running',
    severity: 'incomplete',
    file: null,
    line: null,
    column: null,
    message: `The agent left something running that could not be stopped (processes: ${count}).`,
    help: 'Its answer was not taken and it was not asked again. Look for what it started, and stop that by hand.',
  };
}

function notesIn(output: string, file: string): readonly Raised[] {
  const notes = [...output.matchAll(/^FINDING:[ \t]*(\S.*)$/gm)].slice(0, MAX_NOTES);
  return notes.map(([, message = '']) => ({
    finding: {
      code: 'agent/observed',
      ruleId: null,
      file,
      line: null,
      message: message.slice(0, LONGEST_NOTE),
      help: 'An agent noticed this. Decide whether it is so.',
      about: message.slice(0, LONGEST_NOTE),
    },
    evidence: null,
  }));
}
