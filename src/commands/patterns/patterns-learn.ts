import { TimeBudget } from '../../engine/inspection/time-budget.js';
import { type Lesson, learnPatterns } from '../../learning/learn-patterns.js';
import { exitCodeOf } from '../../model/exit-code.js';
import { plural } from '../../model/plural.js';
import { incomplete, type Problem } from '../../model/problem.js';
import { sanitize } from '../../model/sanitize.js';
import { PATTERN_FILE } from '../../pattern-store/pattern-file.js';
import { readStore } from '../../pattern-store/read-store.js';
import { runBounded } from '../../platform/runtime/run-bounded.js';
import { lineWidth } from '../../platform/terminal.js';
import { printJson } from '../../reporters/print-json.js';
import { paletteOf } from '../../reporters/text/palette.js';
import type { ShapeChoice } from '../options/options.js';
import { reportProblem } from '../output/report-problem.js';
import { requireWritten } from '../output/require-written.js';
import { say } from '../output/say.js';
import type { Session } from '../workspace/session.js';
import { openWorkspace } from '../workspace/workspace.js';
import { examplesInHistory, type Seen } from './examples-in-history.js';
import { lessonJson, lessonText } from './lesson-text.js';
import { onShelf, saveShelf } from './pattern-shelf.js';

export interface LearnOptions extends ShapeChoice {
  readonly since?: string;
  readonly rule: readonly string[];
  readonly minExamples: number;
  readonly add?: true;
}

/** What people's own fixes teach: proposals with the examples they come from; with `--add` they go into the store. */
export async function patternsLearn(options: LearnOptions, session: Session): Promise<void> {
  const { terminal, clock } = session;
  const workspace = openWorkspace(session);
  const { timeLimits } = workspace.config;
  const budget = new TimeBudget(runBounded, timeLimits);
  const store = readStore(workspace.root);
  const { examples, healed, unseen, isShallow } = examplesInHistory(workspace, options, budget, store.lines);
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
    const shown = { examples: examples.length, healed, lessons: lessons.map(lessonJson), added, problems };
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

const SHALLOW: Problem = {
  code: 'learn/shallow',
  severity: 'warning',
  file: null,
  line: null,
  column: null,
  message: 'This clone is shallow: the older part of the history is not in it, and was not learnt from.',
  help: 'Run: git fetch --unshallow   (with actions/checkout: fetch-depth: 0)',
};

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
