import { Command, Option } from 'commander';
import { type HealAnswer, healViolations } from '../heal/heal.js';
import type { Person } from '../heal/person/person.js';
import { maskSecrets, type SecretMask } from '../model/mask-secrets.js';
import { type Problem, usageError } from '../model/problem.js';
import { HEAL_REPORTERS } from '../reporters/index.js';
import { type AgentPort, agentPort } from './heal/agent-port.js';
import { healBasis } from './heal/heal-basis.js';
import { type Narrow, narrowing } from './heal/heal-choice.js';
import { healPorts } from './heal/heal-ports.js';
import { type HealStart, lookFirst } from './heal/heal-start.js';
import { type HealTurn, NO_TURN, takeTurn } from './heal/heal-turn.js';
import { noteFindings } from './heal/note-findings.js';
import { type PresentOptions, presentHeal } from './heal/present-heal.js';
import { openProgress } from './heal/progress.js';
import { openRunRecord, type RunRecord } from './heal/run-record.js';
import { isLesson } from './heal/save-run.js';
import { resumed, type SelectOptions, selectionOf, selectionWords } from './heal/selection.js';
import { shownByGit } from './heal/shown-by-git.js';
import { withLessons } from './heal/teach-run.js';
import { formatOption, formatsHelp, idsOption, outputOption, parseCount, parseHundredths } from './options/options.js';
import { newRunId } from './workspace/run-id.js';
import type { Session } from './workspace/session.js';
import { toRootPaths } from './workspace/to-root-paths.js';
import { loadWorkspace, openWorkspace, type Workspace } from './workspace/workspace.js';

interface HealOptions extends SelectOptions, PresentOptions {
  readonly interactive?: true;
  readonly resume?: true;
  readonly allowCi?: true;
}

export function healCommand(session: Session): Command {
  return new Command('heal')
    .description('Mend what can be mended safely, and hand over the rest with the evidence.')
    .argument('[paths...]', 'files or folders to heal; all in scope when left out')
    .option('-n, --dry-run', 'print the unified diff of what would change, and write nothing at all')
    .addOption(
      new Option('-i, --interactive', 'ask about each fix: take it, leave it, edit it, or stop').conflicts('dryRun'),
    )
    .option('--resume', 'bring an interrupted run to its end, and go on with what it was asked to heal')
    .option('--from <file>', 'heal only what the output of a test run or a check names; - is standard input')
    .option('--agent', 'also ask the agent that heal_loop.agent configures, for what nothing else mends')
    .option('--include-baseline', 'heal known violations too; without it what the baseline knows is left alone')
    .addOption(idsOption('-r, --rule <id>', 'heal only this rule; may be repeated'))
    .addOption(idsOption('-c, --contract <id>', 'heal only rules of this contract; may be repeated'))
    .option('--max-iterations <n>', 'attempts a violation', parseCount)
    .option('--min-confidence <x>', 'apply nothing below this confidence, 0 to 1', parseHundredths)
    .option('--allow-ci', 'heal although the environment says CI; without it only --dry-run runs there')
    .option('--show-secrets', 'print diffs unmasked, fit for git apply; without it matched secrets are cut to …')
    .addOption(formatOption(HEAL_REPORTERS, session))
    .addOption(outputOption(HEAL_REPORTERS, session.cwd))
    .option('-q, --quiet', 'print one line a violation')
    .addHelpText('after', formatsHelp(HEAL_REPORTERS))
    .action((paths: readonly string[], options: HealOptions) => heal(paths, options, session));
}

/** Who has a say in what is healed besides the options. */
interface Guidance extends Pick<Helpers, 'agent'> {
  /** What they are shown goes through the mask. */
  readonly person: ((mask: SecretMask) => Person) | undefined;
  readonly narrow: Narrow;
}

async function heal(paths: readonly string[], options: HealOptions, session: Session): Promise<void> {
  refuseInCi(options, session);
  const person = options.interactive ? await askedPerson(session) : undefined;
  if (options.dryRun && options.resume) {
    throw usageError('usage/resume', '--resume writes, and --dry-run writes nothing.', 'Leave one of them out.');
  }
  // Read before anything is looked at: it may take as long as a test run, and nobody is to be kept waiting meanwhile.
  const guidance = { person, narrow: await narrowing(paths, options, session) };
  const workspace = options.dryRun ? openWorkspace(session) : loadWorkspace(session);
  // With a broken contract nothing can be proven, so there is nothing to take turns for.
  const isRefused = workspace.loaded.problems.some(({ severity }) => severity === 'invalid');
  const turn = options.dryRun || isRefused ? NO_TURN : takeTurn(workspace.root, options.resume === true, session);
  if (turn === null) return session.conclude(3);
  const { selection } = turn;
  const asked = options.resume && selection ? resumed(selection, workspace.root, paths, options) : { paths, options };
  let agent: AgentPort | undefined;
  try {
    agent = asked.options.agent ? agentPort(workspace, session) : undefined;
    await healNow(workspace, turn, asked.paths, asked.options, session, { ...guidance, agent });
  } finally {
    agent?.close();
    turn.end();
  }
}

async function healNow(
  workspace: Workspace,
  turn: HealTurn,
  paths: readonly string[],
  options: HealOptions,
  session: Session,
  { person, narrow, agent }: Guidance,
): Promise<void> {
  const { root, config } = workspace;
  const looked = lookFirst(workspace, paths, options, session);
  const start = { ...looked, found: narrow(looked) };
  const { found, seen, store, reviews } = start;
  const record = openRunRecord(root, {
    id: newRunId(session),
    day: session.clock.today(),
    writes: options.dryRun !== true,
    barred: turn.barred,
    isVerified: config.healLoop.verify.length > 0,
    selection: selectionOf(toRootPaths(paths, root, session.cwd), options, found.violations),
  });
  const problems = [...found.problems, ...store.problems, ...reviews.problems];
  // Fixes are judged by all rules: with some of them unknown nothing can be proven.
  const isBroken = problems.some(({ severity }) => severity === 'invalid');
  const mask = maskSecrets(options.showSecrets ? [] : seen);
  const answer = isBroken ? null : await run(start, options, record, session, { person: person?.(mask), agent });
  const kept = answer === null || options.dryRun ? NO_LESSONS : await keepLessons(answer, start, record, session);
  const made = answer?.result ?? NOTHING_MADE;
  const result = {
    ...made,
    runId: record.id,
    dryRun: options.dryRun === true,
    findings: [...turn.findings, ...found.findings, ...store.findings, ...made.findings],
    problems: [...problems, ...made.problems, ...(agent?.problems() ?? []), ...kept.problems],
  };
  const report = {
    result,
    reportFile: record.reportFile(result.outcomes.length > 0),
    asked: selectionWords(paths, options),
    found: seen,
    shownByGit: options.dryRun ? undefined : shownByGit(result.changes, root),
  };
  const noted =
    options.dryRun || answer === null
      ? null
      : noteFindings(root, answer.result, seen, agent?.noticed() ?? [], session.clock.today());
  const unwritten = [...record.writeReports(report), ...record.end(), ...(noted?.problems ?? [])];
  const left = {
    findingsAdded: noted?.created.length ?? 0,
    findingsRemoved: noted?.removed.length ?? 0,
    isTaught: kept.isTaught,
  };
  presentHeal({ ...report, noted: left }, unwritten, options, session);
}

const NOTHING_MADE = { outcomes: [], changes: [], linesTouched: 0, findings: [], problems: [] };

/** What became of what a run taught. */
interface KeptLessons {
  /** Why it is not all in the store. */
  readonly problems: readonly Problem[];
  readonly isTaught: boolean;
}

const NO_LESSONS: KeptLessons = { problems: [], isTaught: false };

async function keepLessons(
  answer: HealAnswer,
  start: HealStart,
  record: RunRecord,
  { clock }: Session,
): Promise<KeptLessons> {
  const lessons = await withLessons(answer, start.store.store?.patterns ?? [], start, clock.today());
  const problems = record.save(lessons);
  return { problems, isTaught: problems.length === 0 && isLesson(lessons) };
}

function refuseInCi({ dryRun, allowCi }: HealOptions, { env }: Session): void {
  const isCi = env.CI !== undefined && !['', '0', 'false'].includes(env.CI);
  if (!isCi || dryRun || allowCi) return;
  throw usageError(
    'usage/heal-in-ci',
    'Heal changes files, and the environment variable CI says that nobody is watching.',
    'Use "specflow check" there, "specflow heal --dry-run" to see a diff, or --allow-ci if this is meant.',
  );
}

/** Loaded only where somebody is to be asked: no other run starts an editor. */
async function askedPerson(session: Session): Promise<(mask: SecretMask) => Person> {
  const [{ personAtTerminal }, { editText }] = await Promise.all([
    import('./heal/heal-person.js'),
    import('../platform/processes/edit-text.js'),
  ]);
  return personAtTerminal(session, (path, text) => editText(path, text, session.env));
}

/** Who else has a say in a run. */
interface Helpers {
  readonly person: Person | undefined;
  readonly agent: AgentPort | undefined;
}

function run(
  start: HealStart,
  options: HealOptions,
  record: RunRecord,
  session: Session,
  { person, agent }: Helpers,
): Promise<HealAnswer> {
  const { workspace, found, seen, files, store } = start;
  const { config, root } = workspace;
  const progress = openProgress('Healing', session);
  const answer = healViolations({
    ...healBasis(workspace, store, session),
    runId: record.id,
    violations: found.violations,
    seen,
    files,
    config: {
      ...config.healLoop,
      maxIterations: options.maxIterations ?? config.healLoop.maxIterations,
      minConfidence: options.minConfidence ?? config.healLoop.minConfidence,
    },
    dryRun: options.dryRun === true,
    ports: {
      ...healPorts(root, config.maxFileBytes, record, session),
      // A person who is asked sees where it stands.
      ...(person ? { person } : { progress: progress.tell }),
      ...(agent ? { agent } : {}),
    },
  });
  return answer.finally(progress.clear);
}
