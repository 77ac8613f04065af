import { Command } from 'commander';
import { type ExampleVerdict, judgeExamples, unjudged } from '../engine/examples/judge-examples.js';
import { askOutside } from '../engine/inspection/ask-outside.js';
import { pickRules } from '../engine/selection/pick-rules.js';
import { unmendedExamples } from '../heal/heal-examples.js';
import { exitCodeOf } from '../model/exit-code.js';
import { sanitize } from '../model/sanitize.js';
import { boundedTo, runBounded } from '../platform/runtime/run-bounded.js';
import { errLineWidth, lineWidth } from '../platform/terminal.js';
import { paletteOf } from '../reporters/text/palette.js';
import { problemText } from '../reporters/text/problem-text.js';
import { createTypeOracle } from '../semantics/types/create-type-oracle.js';
import { typePrograms } from '../semantics/types/type-programs.js';
import { isCode } from '../syntax/is-code.js';
import { tsconfigsOf } from './heal/tsconfigs-of.js';
import { idsOption, type ShapeChoice, shapeOption } from './options/options.js';
import { ruleChoice } from './options/rule-choice.js';
import { sayBeside } from './output/say.js';
import { testJson } from './test/test-json.js';
import { countsText, verdictText } from './test/test-text.js';
import { countsOf, type TestedRule } from './test/tested-rule.js';
import type { Session } from './workspace/session.js';
import { openWorkspace, type Workspace } from './workspace/workspace.js';

interface TestOptions extends ShapeChoice {
  readonly rule: readonly string[];
  readonly contract: readonly string[];
  readonly quiet?: true;
}

export function testCommand(session: Session): Command {
  return new Command('test')
    .description(
      'Prove each rule against its own examples: what must violate is caught, what must comply is not hit. Says where its auto_fix does not mend one, and why.',
    )
    .addOption(idsOption('-r, --rule <id>', 'test only this rule; may be repeated'))
    .addOption(idsOption('-c, --contract <id>', 'test only rules of this contract; may be repeated'))
    .addOption(shapeOption())
    .option('-q, --quiet', 'show only rules that fail')
    .action((options: TestOptions) => testRules(options, session));
}

async function testRules(options: TestOptions, session: Session): Promise<void> {
  const { quiet } = options;
  const { terminal } = session;
  const workspace = openWorkspace(session);
  const { loaded, config } = workspace;
  const asked = askOutside(isCode, runBounded);
  const rules = pickRules(loaded, ruleChoice(options));
  const verdicts = rules.map((rule) => {
    const answer = asked.bounded(() => judgeExamples(rule, asked.isCode), config.timeLimits.ruleMs);
    return answer.kind === 'done' ? answer.value : unjudged(rule, OUT_OF_TIME);
  });
  const tested = await withUnmended(verdicts, workspace, session);
  const counts = countsOf(verdicts);
  const code = exitCodeOf(loaded.problems, counts.failed > 0);
  const shown = tested.filter(({ disagreements }) => !quiet || disagreements.length > 0);
  if (options.format === 'json') terminal.out(testJson(shown, counts, loaded.problems));
  else {
    for (const problem of loaded.problems)
      terminal.err(problemText(problem, paletteOf(terminal.errColor), errLineWidth(terminal)));
    const palette = paletteOf(terminal.color);
    terminal.out(shown.map((verdict) => verdictText(verdict, palette, lineWidth(terminal))).join(''));
    terminal.out(countsText(counts, code, palette, lineWidth(terminal)));
  }
  for (const id of options.rule) {
    if (!rules.some((rule) => rule.id === id))
      sayBeside(`Not tested: ${sanitize(id)} is in no contract that loads.\n`, terminal);
  }
  session.conclude(code);
}

async function withUnmended(
  verdicts: readonly ExampleVerdict[],
  { root, config, loaded }: Workspace,
  { clock }: Session,
): Promise<readonly TestedRule[]> {
  const basis = {
    rules: loaded.contracts.flatMap(({ rules }) => rules),
    today: clock.today(),
    within: boundedTo(config.timeLimits.ruleMs),
    types: createTypeOracle(typePrograms({ tsconfigsOf: tsconfigsOf(root), root, mode: 'off' })),
  };
  const tested: TestedRule[] = [];
  for (const verdict of verdicts) {
    const isUndecided = verdict.disagreements.some(({ kind }) => kind === 'undecided');
    const unmended = isUndecided ? [] : await unmendedExamples(verdict.rule, basis);
    tested.push({ ...verdict, unmended });
  }
  return tested;
}

const OUT_OF_TIME = 'a pattern did not come to its end in time';
