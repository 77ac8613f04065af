import type { Problem } from '../model/problem.js';
import type { Evidence } from './evidence.js';
import type { FileDraft } from './heal-file.js';
import type { CommandEnd, HealPorts } from './ports.js';
import { takeBack, type Written } from './write-drafts.js';

/** How much of a command's output an escalation quotes. Characters. */
const QUOTED = 2000;

/**
 * Runs the verify commands over the written files. When one says no, every written file gets its old
 * bytes back (unless somebody changed it meanwhile), and the command is asked once more: only when it
 * agrees with the old files does its verdict count against the patterns.
 */
export async function verifyWritten(
  drafts: readonly FileDraft[],
  commands: readonly (readonly string[])[],
  ports: HealPorts,
): Promise<Written> {
  const changed = drafts.filter(({ before, after }) => before !== after);
  if (changed.length === 0 || commands.length === 0) return { drafts, problems: [] };
  const run = ports.runCommand;
  if (run === undefined) throw new Error('verify commands are configured, but nothing can run them');

  for (const argv of commands) {
    const end = await run(argv);
    if (isPass(end)) continue;
    const problems = changed.flatMap((draft) => restore(draft, ports.write));
    const isTheirs = end.kind === 'exited' && problems.length === 0 && isPass(await run(argv));
    const command = argv.join(' ');
    const blame = isTheirs ? '' : ' The fixes are not proven guilty, so no pattern lost score.';
    const detail = `\`${command}\` ${describe(end)}; all files were put back.${blame}`;
    const why = { outcome: 'verify_failed', gate: `verify: ${command}`, detail } as const;
    const takenBack = drafts.map((draft): FileDraft => {
      const outcomes = draft.outcomes.map((outcome) => takeBack(outcome, why));
      return {
        ...draft,
        after: draft.before,
        outcomes,
        evidence: blamed(draft.evidence, isTheirs, why.gate),
        fixes: [],
      };
    });
    return { drafts: takenBack, problems: isTheirs ? problems : [...problems, unproven(command, end)] };
  }
  return { drafts, problems: [] };
}

function isPass(end: CommandEnd): boolean {
  return end.kind === 'exited' && end.status === 0;
}

function describe(end: CommandEnd): string {
  switch (end.kind) {
    case 'exited':
      return `exited with ${end.status} (${end.output.trim().slice(-QUOTED)})`;
    case 'signalled':
      return `was ended by ${end.signal}`;
    case 'timed-out':
      return 'did not end in time';
    case 'not-started':
      return `could not be started (${end.error})`;
  }
}

function restore(draft: FileDraft, write: HealPorts['write']): readonly Problem[] {
  const result = write(draft.path, draft.after, draft.bom, draft.before);
  if (result.kind === 'written') return [];
  const why =
    result.kind === 'changed' ? 'it was changed meanwhile' : result.kind === 'failed' ? result.error : result.reason;
  return [
    {
      code: 'heal/not-restored',
      severity: 'incomplete',
      file: draft.path,
      line: null,
      column: null,
      message: `The file was healed, verification failed, and it could not be put back: ${why}.`,
      help: 'Compare it with version control and take the healed lines out by hand.',
    },
  ];
}

/** Successes turn into failures when the command's verdict counts, and into nothing when it does not. */
function blamed(evidence: readonly Evidence[], isTheirs: boolean, gate: string): readonly Evidence[] {
  return evidence.flatMap((each): readonly Evidence[] => {
    if (each.outcome === 'failure') return [each];
    return isTheirs ? [{ ...each, outcome: 'failure', gate }] : [];
  });
}

function unproven(command: string, end: CommandEnd): Problem {
  return {
    code: 'heal/verify',
    severity: 'incomplete',
    file: null,
    line: null,
    column: null,
    message: `The verify command \`${command}\` ${describe(end)}.`,
    help: 'Make it pass on the files as they are, then run heal again.',
  };
}
