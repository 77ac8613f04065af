import { Command } from 'commander';
import { askOutside } from '../engine/ask-outside.js';
import { type Disagreement, type ExampleVerdict, judgeExamples, unjudged } from '../engine/judge-examples.js';
import { pickRules } from '../engine/pick-rules.js';
import { createTypeOracle } from '../fix/types/create-type-oracle.js';
import { typePrograms } from '../fix/types/type-programs.js';
import { type UnmendedExample, unmendedExamples } from '../heal/heal-examples.js';
import type { Example } from '../model/contract.js';
import { type ExitCode, exitCodeOf } from '../model/exit-code.js';
import { plural } from '../model/plural.js';
import type { Problem } from '../model/problem.js';
import { sanitize } from '../model/sanitize.js';
import { boundedTo, runBounded } from '../platform/run-bounded.js';
import { errLineWidth, lineWidth } from '../platform/terminal.js';
import { problemOf } from '../reporters/check-json.js';
import { printJson } from '../reporters/print-json.js';
import { type Palette, paletteOf } from '../reporters/text/palette.js';
import { problemText } from '../reporters/text/problem-text.js';
import { wrapIndented } from '../reporters/text/wrap-text.js';
import { isCode } from '../syntax/is-code.js';
import { tsconfigsOf } from './heal/tsconfigs-of.js';
import { idsOption, type ShapeChoice, shapeOption } from './options.js';
import { ruleChoice } from './rule-choice.js';
import type { Session } from './session.js';
import { openWorkspace, type Workspace } from './workspace.js';

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

/** What a rule says about its examples, and what its fix leaves of them. */
interface TestedRule extends ExampleVerdict {
  readonly unmended: readonly UnmendedExample[];
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
    terminal.out(countsText(counts, code, palette));
  }
  for (const id of options.rule) {
    if (!rules.some((rule) => rule.id === id))
      terminal.err(`Not tested: ${sanitize(id)} is in no contract that loads.\n`);
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

function verdictText(tested: TestedRule, palette: Palette, width: number): string {
  const { rule, examples, disagreements, caughtAlone, unmended } = tested;
  const id = sanitize(rule.id);
  if (examples === 0) return `${palette.dim('-')} ${id} ${palette.dim('has no examples')}\n`;
  const quarrels = disagreements.map((each) => exampleText(each.example, reasonOf(each), width));
  const notes = [
    ...caughtAlone.map((example) => exampleText(example, ALONE_TEXT, width)),
    ...unmended.map((each) => exampleText(each.example, unmendedText(each), width)),
  ].map((text) => text.replace(`  ${NOTE}:`, `  ${palette.yellow(NOTE)}:`));
  const lines = [...quarrels, ...notes].join('');
  if (quarrels.length > 0) return `${palette.red('✖')} ${id}\n${lines}`;
  return `${palette.green('✔')} ${id} ${palette.dim(plural(examples, 'example'))}\n${lines}`;
}

function exampleText({ text, declaredAt }: Example, what: string, width: number): string {
  const first = text.split('\n').find((line) => line.trim() !== '') ?? '';
  const where = `${sanitize(declaredAt.file)}:${declaredAt.line}`;
  const told = wrapIndented(`    ${where}  ${what}`, width, 4);
  return `${told.join('\n')}\n      ${sanitize(first.trim(), '\t')}\n`;
}

const NOTE = 'note';

/** No failure: a rule may be about the start or end of files. */
const ALONE_TEXT = `${NOTE}: caught only as a text of its own, not with lines around it: without the flag m, ^ and $ mean the start and end of the file`;

/** No failure: an example is an excerpt, and what a fix asks for may stand around it. */
function unmendedText({ gate, reason }: UnmendedExample): string {
  const named = gate === null ? '' : ` (${sanitize(gate)})`;
  return `${NOTE}: auto_fix does not mend it${named}: ${sanitize(reason)}`;
}

function reasonOf(disagreement: Disagreement): string {
  switch (disagreement.kind) {
    case 'not-caught':
      return 'meant to violate, but no pattern catches it';
    case 'hit':
      return `meant to comply, but hit by ${checkText(disagreement)} at "${sanitize(disagreement.match)}"`;
    case 'lacking':
      return `meant to comply, but lacks what ${checkText(disagreement)} requires`;
    case 'undecided':
      return `could not be judged: ${sanitize(disagreement.reason)}`;
  }
}

function checkText({ check }: Extract<Disagreement, { kind: 'hit' | 'lacking' }>): string {
  return sanitize('pattern' in check ? check.pattern.written : check.message);
}

interface Counts {
  readonly rules: number;
  readonly examples: number;
  readonly passed: number;
  readonly failed: number;
  readonly withoutExamples: number;
}

function countsOf(verdicts: readonly ExampleVerdict[]): Counts {
  const failed = verdicts.filter(({ disagreements }) => disagreements.length > 0).length;
  const withoutExamples = verdicts.filter(({ examples }) => examples === 0).length;
  const examples = verdicts.reduce((sum, verdict) => sum + verdict.examples, 0);
  const passed = verdicts.length - failed - withoutExamples;
  return { rules: verdicts.length, examples, passed, failed, withoutExamples };
}

function countsText(
  { rules, examples, passed, failed, withoutExamples }: Counts,
  code: ExitCode,
  palette: Palette,
): string {
  const counts = `${passed} passed, ${failed} failed, ${withoutExamples} without examples (${plural(rules, 'rule')}, ${plural(examples, 'example')})`;
  const untested = code > 1 ? '; not everything could be tested' : '';
  return `\n${code > 0 ? palette.red(`✖ ${counts}${untested}`) : palette.green(`✔ ${counts}`)}\n`;
}

function testJson(tested: readonly TestedRule[], summary: Counts, problems: readonly Problem[]): string {
  return printJson({ schemaVersion: 1, summary, rules: tested.map(testedOf), problems: problems.map(problemOf) });
}

function testedOf({ rule, examples, disagreements, caughtAlone, unmended }: TestedRule): object {
  const failed = disagreements.length > 0;
  return {
    ruleId: rule.id,
    contract: rule.contractId,
    contractFile: rule.declaredAt.file,
    line: rule.declaredAt.line,
    status: failed ? 'failed' : examples === 0 ? 'no-examples' : 'passed',
    examples,
    failures: disagreements.map((each) => ({ kind: each.kind, reason: reasonOf(each), ...placeOf(each.example) })),
    caughtAlone: caughtAlone.map(placeOf),
    unmended: unmended.map(({ example, gate, reason }) => ({ gate, reason, ...placeOf(example) })),
  };
}

function placeOf({ text, declaredAt: { file, line } }: Example): object {
  return { file, line, example: text };
}
