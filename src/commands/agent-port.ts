import { join } from 'node:path';
import type { Raised } from '../findings/sync-findings.js';
import type { Agent, AgentReply, AgentTask } from '../heal/agent.js';
import type { HealConfig } from '../model/config.js';
import { usageError } from '../model/problem.js';
import { namesBelow } from '../platform/names-below.js';
import { readSource } from '../platform/read-source.js';
import { runCommand } from '../platform/run-command.js';
import { withTemporaryFolder } from '../platform/temporary-folder.js';
import type { Session } from './session.js';

const MAX_ANSWER_BYTES = 1024 * 1024;
const MAX_NOTES = 5;
const LONGEST_NOTE = 500;

export interface AgentPort extends Agent {
  /** What it noticed beside its task, for the owner to decide about. */
  noticed(): readonly Raised[];
}

/**
 * The configured agent. It runs in a scratch folder outside the project that holds a copy of the one file; the project
 * itself is written by nobody but heal, once every gate agreed.
 * @throws UsageError where none is configured
 */
export function agentPort({ agent, agentEnv, agentTimeoutMs }: HealConfig, session: Session): AgentPort {
  if (agent === null) {
    throw usageError(
      'usage/agent',
      'No agent is configured.',
      'Set heal_loop.agent in .specflow/config.json to its command, such as ["claude", "-p"]; see the README.',
    );
  }
  const env = Object.fromEntries(
    agentEnv.flatMap((name) => (session.env[name] === undefined ? [] : [[name, session.env[name] ?? '']])),
  );
  const noticed: Raised[] = [];
  /** A fix is planned first and then tried: the agent is asked once. */
  const asked = new Map<string, Promise<AgentReply>>();

  const ask = ({ path, text, prompt }: AgentTask): Promise<AgentReply> =>
    withTemporaryFolder({ files: { [path]: text }, links: {} }, async (folder) => {
      const run = (): ReturnType<typeof runCommand> =>
        runCommand(agent, {
          cwd: folder,
          timeoutMs: agentTimeoutMs,
          input: prompt,
          env,
          maxOutputBytes: MAX_ANSWER_BYTES,
        });
      const end = await session.interruptibly(run, { kind: 'signalled', signal: 'an interrupt', output: '' });
      switch (end.kind) {
        case 'not-started':
          return { kind: 'failed', why: `it could not be started: ${end.error}` };
        case 'timed-out':
          return { kind: 'failed', why: `it was stopped after ${agentTimeoutMs / 1000} seconds` };
        case 'signalled':
          return { kind: 'failed', why: `it was ended by ${end.signal}` };
        case 'exited':
          if (end.status !== 0) return { kind: 'failed', why: `it exited with ${end.status}` };
      }
      noticed.push(...notesIn(end.output, path));
      return replyOf(end.output, folder, path, text);
    });

  return {
    propose(task) {
      const known = asked.get(task.prompt) ?? ask(task);
      asked.set(task.prompt, known);
      return known;
    },
    noticed: () => noticed,
  };
}

/** A block of edits counts; without one, what the agent did to its copy of the file, if it did nothing else. */
function replyOf(output: string, folder: string, path: string, text: string): AgentReply {
  if (output.includes('<<<<<<<')) return { kind: 'answer', text: output };
  const others = namesBelow(folder).filter((name) => name !== path);
  if (others.length > 0) return { kind: 'failed', why: `it wrote other files, such as ${others[0]}` };
  const now = readSource(join(folder, path), 64 * 1024 * 1024);
  if (now.kind !== 'text') return { kind: 'failed', why: 'it left no text file behind' };
  return now.text === text ? { kind: 'answer', text: output } : { kind: 'edited', text: now.text };
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
    },
    evidence: null,
  }));
}
