import { TimeBudget } from '../../engine/inspection/time-budget.js';
import { cover } from '../../engine/selection/cover.js';
import { pickRules } from '../../engine/selection/pick-rules.js';
import { changedCode } from '../../learning/example-change.js';
import { type FixExample, fixExamples } from '../../learning/fix-example.js';
import { type Lesson, learnPatterns } from '../../learning/learn-patterns.js';
import { exitCodeOf } from '../../model/exit-code.js';
import { maskSecrets } from '../../model/mask-secrets.js';
import { plural } from '../../model/plural.js';
import { incomplete, type Problem } from '../../model/problem.js';
import { sanitize } from '../../model/sanitize.js';
import type { EvidenceLine } from '../../pattern-store/evidence/evidence-line.js';
import { outcomeText } from '../../pattern-store/outcome-text.js';
import { PATTERN_FILE } from '../../pattern-store/pattern-file.js';
import { readStore } from '../../pattern-store/read-store.js';
import { decodeSource } from '../../platform/files/decode-source.js';
import { type Git, openGit } from '../../platform/git/git.js';
import type { FileRevision } from '../../platform/git/git-history.js';
import { runBounded } from '../../platform/runtime/run-bounded.js';
import { lineWidth } from '../../platform/terminal.js';
import { printJson } from '../../reporters/print-json.js';
import { type Palette, paletteOf } from '../../reporters/text/palette.js';
import { partsText } from '../../reporters/text/parts-text.js';
import { wrapIndented } from '../../reporters/text/wrap-text.js';
import type { ShapeChoice } from '../options/options.js';
import { reportProblem } from '../output/report-problem.js';
import { requireWritten } from '../output/require-written.js';
import { say } from '../output/say.js';
import { needsGit } from '../workspace/needs-git.js';
import type { Session } from '../workspace/session.js';
import { openWorkspace, type Workspace } from '../workspace/workspace.js';
import { fixesOfHeal } from './fixes-of-heal.js';
import { onShelf, saveShelf } from './pattern-shelf.js';

export interface LearnOptions extends ShapeChoice {
  readonly since?: string;
  readonly rule: readonly string[];
  readonly minExamples: number;
  readonly add?: true;
}

const MAX_COMMITS = 5000;
const BATCH = 200;
const MAX_SHOWN = 5;
const MAX_CODE = 72;

/** What people's own fixes teach: proposals with the examples they come from; with `--add` they go into the store. */
export async function patternsLearn(options: LearnOptions, session: Session): Promise<void> {
  const { terminal, clock } = session;
  const workspace = openWorkspace(session);
  const { timeLimits } = workspace.config;
  const budget = new TimeBudget(runBounded, timeLimits);
  const store = readStore(workspace.root);
  const { examples, healed, unseen, isShallow } = examplesIn(workspace, options, budget, store.lines);
  const rules = workspace.loaded.contracts.flatMap((contract) => contract.rules);
  const lessons = await learnPatterns(examples, rules, options.minExamples, clock.today(), (work) =>
    budget.together(work),
  );
  const problems = [
    ...workspace.loaded.problems,
    ...store.problems,
    ...unseenProblems(unseen, lessons),
    ...(isShallow ? [SHALLOW] : []),
  ];
  for (const problem of problems) reportProblem(problem, session);
  const added = options.add ? addProposals(lessons, session) : [];
  session.conclude(exitCodeOf(problems, false));
  if (options.format === 'json') {
    const shown = { examples: examples.length, healed, lessons: lessons.map(toJson), added, problems };
    terminal.out(printJson({ schemaVersion: 1, ...shown }));
    return;
  }
  const palette = paletteOf(terminal.color);
  // What can be taken over stands before all that came to nothing.
  const proposals = lessons.filter(({ kind }) => kind === 'proposal');
  const refused = lessons.filter(({ kind }) => kind === 'refused');
  const fixes = plural(examples.length, 'fix', 'fixes');
  say(`${fixes} of violations in the history, ${plural(proposals.length, 'proposal')}.\n`, terminal);
  if (healed > 0) say(`Left out, as heal made them itself: ${healed}.\n`, terminal);
  for (const lesson of [...proposals, ...refused]) {
    terminal.out(`\n${lessonText(lesson, palette, lineWidth(terminal))}`);
  }
  if (added.length > 0) {
    const accept = added.map((id) => `  specflow patterns accept ${sanitize(id)}\n`);
    terminal.out(`\nAdded, to be suggested and not applied until accepted:\n${accept.join('')}`);
  } else if (proposals.length > 0) {
    say('\nNothing was written. Take them over with: specflow patterns learn --add\n', terminal);
  }
}

/** What a history shows, and on how many changes of files each rule could not be tried. */
interface Seen {
  readonly examples: readonly FixExample[];
  /** How many fixes were heal's own. */
  readonly healed: number;
  readonly unseen: ReadonlyMap<string, number>;
  /** Whether there was more history than this clone has. */
  readonly isShallow: boolean;
}

const SHALLOW: Problem = {
  code: 'learn/shallow',
  severity: 'warning',
  file: null,
  line: null,
  column: null,
  message: 'This clone is shallow: the older part of the history is not in it, and was not learnt from.',
  help: 'Run: git fetch --unshallow   (with actions/checkout: fetch-depth: 0)',
};

function examplesIn(
  { root, loaded, config }: Workspace,
  { since, rule }: LearnOptions,
  budget: TimeBudget,
  evidence: readonly EvidenceLine[],
): Seen {
  const git = openGit(root);
  if (git === null) throw needsGit(root, 'Learning from history', 'Learn where the history is.');
  const rules = pickRules(loaded, { ruleIds: rule.length === 0 ? undefined : rule });
  const healable = rules.filter(({ origin }) => origin === 'pattern');
  const revisions = git.history.revisions(since ?? null, MAX_COMMITS);
  const coverage = cover(healable, [...new Set(revisions.map(({ path }) => path))]);
  const relevant = revisions.filter(({ path }) => coverage.rulesOf(path).length > 0);
  const isOfHeal = fixesOfHeal(evidence, git.history);
  const examples: FixExample[] = [];
  let healed = 0;
  const unseen = new Map<string, number>();
  for (let at = 0; at < relevant.length; at += BATCH) {
    const batch = relevant.slice(at, at + BATCH);
    const texts = textsOf(batch, git, config.maxFileBytes);
    for (const { commit, path, before, after } of batch) {
      const [old, next] = [texts.get(before), texts.get(after)];
      if (old === undefined || next === undefined) continue;
      const origin = `${commit.slice(0, 10)} ${path}`;
      for (const each of coverage.rulesOf(path)) {
        const answer = budget.isGivenUp(each.id)
          ? OUT_OF_TIME
          : fixExamples(each, path, old, next, origin, (work) => budget.alone(each.id, work));
        if (answer.kind === 'done') {
          const own = answer.value.filter((example) => !isOfHeal(example, commit));
          examples.push(...own);
          healed += answer.value.length - own.length;
        } else unseen.set(each.id, (unseen.get(each.id) ?? 0) + 1);
      }
    }
  }
  return { examples, healed, unseen, isShallow: git.history.isShallow() };
}

const OUT_OF_TIME = { kind: 'timeout' } as const;

function unseenProblems(unseen: Seen['unseen'], lessons: readonly Lesson[]): readonly Problem[] {
  const untried = [...unseen].map(
    ([id, changes]) =>
      `${id} ran out of time, and was not tried on ${plural(changes, 'change')} of files in the history.`,
  );
  const unproven = lessons.flatMap((lesson) =>
    lesson.kind === 'refused' && lesson.ranOut
      ? [`What fixes of ${lesson.ruleId} teach could not be proven in time.`]
      : [],
  );
  return [...untried, ...unproven].map((message) =>
    incomplete(
      'learn/timeout',
      null,
      message,
      'Simplify the pattern that takes so long, or raise `time_limits` in .specflow/config.json.',
    ),
  );
}

/** By blob; what is too large or no UTF-8 text teaches nothing. */
function textsOf(revisions: readonly FileRevision[], git: Git, maxBytes: number): ReadonlyMap<string, string> {
  const ids = [...new Set(revisions.flatMap(({ before, after }) => [before, after]))];
  const sizes = git.blobSizes(ids);
  const small = ids.filter((id) => (sizes.get(id) ?? Number.POSITIVE_INFINITY) <= maxBytes);
  const texts = new Map<string, string>();
  for (const [id, bytes] of git.readBlobs(small)) {
    const decoded = bytes === null ? null : decodeSource(bytes);
    if (decoded?.kind === 'text') texts.set(id, decoded.text);
  }
  return texts;
}

/** @returns ids of those that were not there */
function addProposals(lessons: readonly Lesson[], session: Session): readonly string[] {
  const patterns = lessons.flatMap((lesson) => (lesson.kind === 'proposal' ? [lesson.pattern] : []));
  if (patterns.length === 0) return [];
  return onShelf(session, (shelf) => {
    const fresh = patterns.filter(({ id }) => !shelf.store.patterns.some((each) => each.id === id));
    if (fresh.length > 0) requireWritten(PATTERN_FILE, saveShelf(shelf, { patterns: fresh }));
    return fresh.map(({ id }) => id);
  });
}

const REFUSED = 'refused';

function lessonText(lesson: Lesson, palette: Palette, width: number): string {
  const { examples } = lesson;
  const shown = examples.slice(0, MAX_SHOWN).map(exampleText);
  const more = examples.length > MAX_SHOWN ? [`    and ${examples.length - MAX_SHOWN} more\n`] : [];
  if (lesson.kind === 'refused') {
    const why = `${sanitize(lesson.ruleId)}: ${plural(examples.length, 'example')}, but ${sanitize(lesson.reason)}`;
    const [first = '', ...rest] = wrapIndented(`${' '.repeat(REFUSED.length + 2)}${why}`, width);
    const head = [`${palette.dim(REFUSED)}  ${first.trimStart()}`, ...rest].map((line) => `${line}\n`).join('');
    return head + [...shown, ...more].join('');
  }
  const { id, ruleId, match } = lesson.pattern;
  const parts = [
    { text: 'proposal', paint: palette.green },
    { text: sanitize(id), paint: palette.bold },
    { text: sanitize(ruleId) },
  ];
  const head = `${partsText(parts, { width, hanging: 4 })}\n`;
  const does = `    match        ${sanitize(match)}\n    replacement  ${sanitize(outcomeText(lesson.pattern))}\n`;
  return head + does + [...shown, ...more].join('');
}

function exampleText(example: FixExample): string {
  const { before, after } = shownChange(example);
  const is = after === null ? '' : `      + ${codeLine(after)}\n`;
  return `    ${sanitize(example.origin)}\n      - ${codeLine(before)}\n${is}`;
}

/** Whole functions may have changed: enough of one to know it by. */
function codeLine(code: string): string {
  const line = sanitize(code.replace(/\s+/g, ' '));
  return line.length > MAX_CODE ? `${line.slice(0, MAX_CODE - 1)}…` : line;
}

/** What was changed, and what it became (null: it went), with the secrets of the rule cut down. */
function shownChange({ change, violation }: FixExample): { readonly before: string; readonly after: string | null } {
  const mask = maskSecrets([violation]);
  const { was, is } = changedCode(change);
  return { before: mask.apply(was), after: is === null ? null : mask.apply(is) };
}

function toJson(lesson: Lesson): unknown {
  const examples = lesson.examples.map((example) => ({ origin: example.origin, ...shownChange(example) }));
  if (lesson.kind === 'refused') return { kind: lesson.kind, ruleId: lesson.ruleId, reason: lesson.reason, examples };
  const { id, ruleId, match, replacementTemplate, strategy = 'replace', target = 'default' } = lesson.pattern;
  const { importLine = null, when = [] } = lesson.pattern;
  const does = { match, strategy, target, replacementTemplate, importLine, when };
  return { kind: lesson.kind, id, ruleId, ...does, examples };
}
