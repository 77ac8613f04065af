import type { HealOutcome } from '../../model/heal-result.js';
import { incomplete, type Problem } from '../../model/problem.js';
import type { Violation } from '../../model/violation.js';
import { type AppliedFix, type FileDraft, isChanged } from '../file-draft.js';
import { distinctEvidence, type Evidence } from '../outcome/evidence.js';
import type { CommandEnd, HealPorts } from '../ports.js';
import { type Blame, blameFixes, type Verdict } from './blame-fixes.js';
import { openStage } from './stage.js';
import { takeBack, type Written } from './write-drafts.js';

/** How much of a command's output an escalation quotes. Characters. */
const QUOTED = 2000;

/**
 * Runs the verify commands over the written files. When one says no, every written file gets its old bytes back
 * (unless somebody changed it meanwhile) and the command is asked about those: only when it agrees with them is a fix
 * to blame. The guilty ones are then found by halves and taken back; the rest stays, once all commands agree to it.
 */
export async function verifyWritten(
  drafts: readonly FileDraft[],
  commands: readonly (readonly string[])[],
  ports: HealPorts,
): Promise<Written> {
  const run = ports.runCommand;
  if (commands.length === 0 || !drafts.some(isChanged)) return { drafts, problems: [] };
  if (run === undefined) throw new Error('verify commands are configured, but nothing can run them');
  const stage = openStage(drafts.filter(isChanged), ports.write);
  let current = drafts;

  for (let at = 0; at < commands.length && current.some(isChanged); at++) {
    const argv = commands[at] ?? [];
    const end = await run(argv);
    if (verdictOf(end) === 'passes') continue;
    const command = argv.join(' ');
    const problems = [...stage.show(current.map(undone))];
    const isTheirs = verdictOf(end) === 'fails' && problems.length === 0 && verdictOf(await run(argv)) === 'passes';
    if (!isTheirs) return giveUp(current, command, end, problems);

    let last: CommandEnd = end;
    const blame = await blameFixes(current, async (shown) => {
      problems.push(...stage.show(shown));
      if (problems.length > 0) return 'unknown';
      last = await run(argv);
      return verdictOf(last);
    });
    problems.push(...stage.show(blame?.drafts ?? []));
    if (blame === null || problems.length > 0) {
      problems.push(...stage.show(current.map(undone)));
      return giveUp(current, command, last, problems);
    }
    current = current.map((draft, index) => settled(draft, blame.drafts[index] ?? draft, blame, command, end));
    // What is left is another set of changes: all commands have to agree to it.
    at = -1;
  }
  return { drafts: current, problems: [] };
}

function undone({ path, before }: FileDraft): Pick<FileDraft, 'path' | 'after'> {
  return { path, after: before };
}

function verdictOf(end: CommandEnd): Verdict {
  if (end.kind !== 'exited') return 'unknown';
  return end.status === 0 ? 'passes' : 'fails';
}

/** A draft as it is without the fixes that are blamed, which go to a person with what the command said. */
function settled(was: FileDraft, is: FileDraft, blame: Blame, command: string, end: CommandEnd): FileDraft {
  if (is === was) return was;
  const gate = `verify: ${command}`;
  const guilty = was.fixes.filter((fix) => blame.guilty.has(fix));
  const dropped = was.fixes.filter((fix) => blame.guilty.has(fix) || blame.unasked.has(fix));
  const blamed = mendedBy(guilty);
  const gone = mendedBy(dropped);
  const kept = new Set(is.outcomes.map(({ violation }) => violation));
  const others = was.outcomes
    .filter(({ violation }) => !kept.has(violation))
    .map((outcome): HealOutcome => {
      if (!gone.has(outcome.violation)) return outcome;
      const detail = blamed.has(outcome.violation)
        ? `With this fix \`${command}\` ${describe(end)}; without it the command passes, so it was taken back.`
        : `\`${command}\` ${describe(end)}, and asking it about each fix would have taken too long; this one was put back.`;
      return takeBack(outcome, { outcome: 'verify_failed', gate, detail });
    });
  const failures = guilty.flatMap(({ candidate, violations }): readonly Evidence[] => {
    const ruleId = violations[0]?.rule.id ?? '';
    const { pattern, source } = candidate;
    if (pattern === null) return [];
    return [{ patternId: pattern.stored.id, source, ruleId, file: was.path, outcome: 'failure', gate, at: [] }];
  });
  const earlier = was.evidence.filter(({ outcome }) => outcome === 'failure');
  return {
    ...is,
    outcomes: [...is.outcomes, ...others],
    evidence: distinctEvidence([...is.evidence, ...earlier, ...failures]),
  };
}

function mendedBy(fixes: readonly AppliedFix[]): ReadonlySet<Violation> {
  return new Set(fixes.flatMap(({ violations }) => violations));
}

/** Everything is put back, and nobody is blamed for it. */
function giveUp(drafts: readonly FileDraft[], command: string, end: CommandEnd, problems: readonly Problem[]): Written {
  const detail = `\`${command}\` ${describe(end)}; all files were put back. The fixes are not proven guilty, so no pattern lost score.`;
  const why = { outcome: 'verify_failed', gate: `verify: ${command}`, detail } as const;
  const takenBack = drafts.map((draft): FileDraft => {
    const outcomes = draft.outcomes.map((outcome) => takeBack(outcome, why));
    const evidence = draft.evidence.filter(({ outcome }) => outcome === 'failure');
    return { ...draft, after: draft.before, outcomes, evidence, fixes: [] };
  });
  return { drafts: takenBack, problems: [...problems, unproven(command, end)] };
}

function describe(end: CommandEnd): string {
  switch (end.kind) {
    case 'exited':
      return `exited with ${end.status} ${end.output.trim() === '' ? 'and printed nothing' : `(${end.output.trim().slice(-QUOTED)})`}`;
    case 'signalled':
      return `was ended by ${end.signal}`;
    case 'timed-out':
      return 'did not end in time';
    case 'not-started':
      return `could not be started (${end.error})`;
  }
}

function unproven(command: string, end: CommandEnd): Problem {
  return incomplete(
    'heal/verify',
    null,
    `The verify command \`${command}\` ${describe(end)}.`,
    end.kind === 'not-started'
      ? 'Name in heal_loop.verify a program that is there, and each of its arguments as a text of its own.'
      : 'Make it pass on the files as they are, then run heal again.',
  );
}
