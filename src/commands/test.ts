import { Command } from 'commander';
import { askOutside } from '../engine/ask-outside.js';
import { type Disagreement, type ExampleVerdict, judgeExamples, unjudged } from '../engine/judge-examples.js';
import { pickRules } from '../engine/pick-rules.js';
import { exitCodeOf } from '../model/exit-code.js';
import { sanitize } from '../model/sanitize.js';
import { runBounded } from '../platform/run-bounded.js';
import { type Palette, paletteOf } from '../reporters/palette.js';
import { plural } from '../reporters/plural.js';
import { problemText } from '../reporters/problem-text.js';
import { isCode } from '../syntax/is-code.js';
import { idsOption } from './options.js';
import { ruleChoice } from './rule-choice.js';
import type { Session } from './session.js';
import { openWorkspace } from './workspace.js';

interface TestOptions {
  readonly rule: readonly string[];
  readonly contract: readonly string[];
  readonly quiet?: true;
}

export function testCommand(session: Session): Command {
  return new Command('test')
    .description('Prove each rule against its own examples: what must violate is caught, what must comply is not hit.')
    .addOption(idsOption('-r, --rule <id>', 'test only this rule; may be repeated'))
    .addOption(idsOption('-c, --contract <id>', 'test only rules of this contract; may be repeated'))
    .option('-q, --quiet', 'show only rules that fail')
    .action((options: TestOptions) => testRules(options, session));
}

function testRules(options: TestOptions, session: Session): void {
  const { quiet } = options;
  const { terminal } = session;
  const { loaded, config } = openWorkspace(session);
  const asked = askOutside(isCode, runBounded);
  const verdicts = pickRules(loaded, ruleChoice(options)).map((rule) => {
    const answer = asked.bounded(() => judgeExamples(rule, asked.isCode), config.timeLimits.ruleMs);
    return answer.kind === 'done' ? answer.value : unjudged(rule, OUT_OF_TIME);
  });
  const palette = paletteOf(terminal.color);
  for (const problem of loaded.problems) terminal.err(problemText(problem, paletteOf(terminal.errColor)));
  const shown = verdicts.filter(({ disagreements }) => !quiet || disagreements.length > 0);
  terminal.out(shown.map((verdict) => verdictText(verdict, palette)).join(''));
  terminal.out(countsText(verdicts, palette));
  const failed = verdicts.some(({ disagreements }) => disagreements.length > 0);
  session.conclude(exitCodeOf(loaded.problems, failed));
}

const OUT_OF_TIME = 'a pattern did not come to its end in time';

function verdictText({ rule, examples, disagreements }: ExampleVerdict, palette: Palette): string {
  const id = sanitize(rule.id);
  if (examples === 0) return `${palette.dim('-')} ${id} ${palette.dim('has no examples')}\n`;
  if (disagreements.length === 0) return `${palette.green('✔')} ${id} ${palette.dim(plural(examples, 'example'))}\n`;
  return `${palette.red('✖')} ${id}\n${disagreements.map(disagreementText).join('')}`;
}

function disagreementText(disagreement: Disagreement): string {
  const { example } = disagreement;
  const first = example.text.split('\n').find((line) => line.trim() !== '') ?? '';
  const where = `${sanitize(example.declaredAt.file)}:${example.declaredAt.line}`;
  return `    ${where}  ${reasonOf(disagreement)}\n      ${sanitize(first.trim(), '\t')}\n`;
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

function countsText(verdicts: readonly ExampleVerdict[], palette: Palette): string {
  const failed = verdicts.filter(({ disagreements }) => disagreements.length > 0).length;
  const silent = verdicts.filter(({ examples }) => examples === 0).length;
  const examples = verdicts.reduce((sum, verdict) => sum + verdict.examples, 0);
  const passed = verdicts.length - failed - silent;
  const counts = `${passed} passed, ${failed} failed, ${silent} without examples (${plural(verdicts.length, 'rule')}, ${plural(examples, 'example')})`;
  return `\n${failed > 0 ? palette.red(`✖ ${counts}`) : palette.green(`✔ ${counts}`)}\n`;
}
