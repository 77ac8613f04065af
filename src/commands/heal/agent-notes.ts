// What an agent is seen to do beside its task, in words for the owner.
import type { Raised } from '../../findings/sync-findings.js';
import { incomplete, type Problem } from '../../model/problem.js';

const MAX_NOTES = 5;
const LONGEST_NOTE = 500;

/** @param paths those of the project that changed while it was at work; one at least */
export function projectChanged(paths: readonly string[]): Problem {
  const [first, ...more] = paths;
  const others = more.length === 0 ? '' : ` and ${more.length} more`;
  return incomplete(
    'agent/project-changed',
    first ?? null,
    `While the agent was at work in its scratch folder, ${first}${others} of the project itself changed.`,
    'Its answer was not taken and it was not asked again. If it was not you, see "git status", and do not use that agent without a sandbox.',
  );
}

/** @param count of processes */
export function stillRunning(count: number): Problem {
  return incomplete(
    'agent/still-running',
    null,
    `The agent left something running that could not be stopped (processes: ${count}).`,
    'Its answer was not taken and it was not asked again. Look for what it started, and stop that by hand.',
  );
}

/** Programs write to such files all the time, so that nobody knows who it was: an owner is told, and decides. */
export function ignoredChanges(paths: readonly string[]): readonly Raised[] {
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

/** What it says it noticed: the lines of its answer that begin with `FINDING:`. @param file it was asked about */
export function observed(output: string, file: string): readonly Raised[] {
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
