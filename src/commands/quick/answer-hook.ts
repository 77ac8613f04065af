import type { Agent, AgentEvent, HookAnswer } from '../../integrations/agent.js';
import { AGENTS } from '../../integrations/index.js';
import { type Problem, UsageError } from '../../model/problem.js';
import { sanitize } from '../../model/sanitize.js';
import { pathBelow } from '../../platform/paths/path-below.js';
import { findProjectRoot } from '../../platform/project-root.js';
import { judgeEdit } from '../hook/judge-edit.js';
import type { Verdict } from '../hook/judge-files.js';
import { judgeTurn } from '../hook/judge-turn.js';
import type { Session } from '../workspace/session.js';

/**
 * Reads the payload of an agent from standard input, judges what it names, and answers in the agent's form.
 * Code 2 would stop an agent in its tracks, so it is for violations alone: whatever else goes wrong is said with 1.
 */
export async function answerHook(name: string, session: Session): Promise<void> {
  const agent = AGENTS.find((each) => each.name === name);
  if (agent === undefined) {
    const known = AGENTS.map((each) => each.name).join(', ');
    answer(couldNotLook(name, `it is no agent we know; there are ${known}`), session);
    return;
  }
  const event = agent.read(parsePayload(await session.readInput()));
  answer(await answerTo(event, agent, session), session);
}

function parsePayload(input: Buffer): unknown {
  try {
    return JSON.parse(input.toString('utf8').replace(/^\ufeff/, ''));
  } catch {
    // No JSON is no payload; the agent's reader says so.
    return null;
  }
}

async function answerTo(event: AgentEvent, agent: Agent, session: Session): Promise<HookAnswer> {
  if (event.kind === 'unknown') return couldNotLook(agent.name, event.reason);
  if (event.kind === 'nothing' || (event.kind === 'stop' && event.isRepeat)) return SILENCE;
  const opened = agent.folderVariable === null ? undefined : session.env[agent.folderVariable];
  const opens = opened ? [opened] : event.folders;
  const folders = [...opens, ...event.folders, session.cwd];
  if (event.caller !== undefined && (await hasHooksOfItsOwn(event.caller, folders))) return SILENCE;
  try {
    const verdicts =
      event.kind === 'edit'
        ? await judgeEdit(event.files, folders, session)
        : await judgeTurn(opens.length > 0 ? opens : [session.cwd], session);
    return await answerFor(verdicts, folders[0] ?? session.cwd, event.kind, agent);
  } catch (error) {
    if (error instanceof UsageError) return couldNotLook(agent.name, problemLine(error.problem));
    throw error;
  }
}

/** An agent that also runs our hooks from its own settings would be told everything twice. */
async function hasHooksOfItsOwn(name: string, folders: readonly string[]): Promise<boolean> {
  const { installedHooks } = await import('../../integrations/agent-hooks.js');
  return AGENTS.filter((agent) => agent.name === name).some((agent) =>
    folders
      .flatMap((folder) => installedHooks(agent, findProjectRoot(folder)))
      .some((state) => state.kind === 'read' && state.hooks.length > 0),
  );
}

/** @param folder where the agent works */
async function answerFor(
  verdicts: readonly Verdict[],
  folder: string,
  event: 'edit' | 'stop',
  agent: Agent,
): Promise<HookAnswer> {
  const [first] = verdicts.flatMap(({ problems }) => problems);
  const trouble = first === undefined ? null : problemLine(first);
  const told = verdicts.flatMap(({ root, report }) =>
    report ? [{ report, below: pathBelow(folder, root) ?? '' }] : [],
  );
  if (told.length === 0) return trouble === null ? SILENCE : couldNotLook(agent.name, trouble);
  const { feedbackText } = await import('../hook/feedback-text.js');
  return agent.answer(event, feedbackText(told, trouble));
}

const SILENCE: HookAnswer = { code: 0, stdout: '', stderr: '' };

function couldNotLook(name: string, reason: string): HookAnswer {
  return { code: 1, stdout: '', stderr: `specflow hook ${sanitize(name)} could not look: ${sanitize(reason)}\n` };
}

function problemLine({ file, line, code, message, help }: Problem): string {
  const place = file === null ? code : `${line === null ? file : `${file}:${line}`} ${code}`;
  return `${place}: ${message}${help === null ? '' : ` ${help.split('\n')[0]}`}`;
}

function answer({ code, stdout, stderr }: HookAnswer, { terminal, conclude }: Session): void {
  terminal.out(stdout);
  terminal.err(stderr);
  conclude(code);
}
