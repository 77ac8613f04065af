import { Command } from 'commander';
import type { Rule } from '../model/contract.js';
import { exitCodeOf } from '../model/exit-code.js';
import type { FixPattern } from '../model/fix-pattern.js';
import { isOutdatedIn, OUTDATED_STANDING } from '../pattern-store/is-outdated-lift.js';
import { readStore } from '../pattern-store/read-store.js';
import { standing } from '../pattern-store/trust/standing.js';
import { lineWidth } from '../platform/terminal.js';
import { explainJson } from '../reporters/explain-json.js';
import { explainAdvice, explainRule, type StoredFix } from '../reporters/explain-rule.js';
import { listRules } from '../reporters/list-rules.js';
import { type ShapeChoice, shapeOption } from './options/options.js';
import { unknownRule } from './options/unknown-rule.js';
import { reportProblem } from './output/report-problem.js';
import type { Session } from './workspace/session.js';
import { openWorkspace, type Workspace } from './workspace/workspace.js';

export function explainCommand(session: Session): Command {
  return new Command('explain')
    .description('Tell everything about a rule: what it asks, of which files, and how heal would mend it.')
    .argument('[rule]', 'id of a rule; without one, all rules are listed')
    .addOption(shapeOption())
    .action((id: string | undefined, { format }: ShapeChoice) => {
      const asJson = format === 'json';
      return id === undefined ? list(asJson, session) : explain(id, asJson, session);
    });
}

function list(asJson: boolean, session: Session): void {
  const { terminal } = session;
  const workspace = openWorkspace(session);
  const { contracts, problems } = workspace.loaded;
  for (const problem of problems) reportProblem(problem, session);
  session.conclude(exitCodeOf(problems, false));
  const patterns = patternsOf(workspace, session);
  if (asJson) {
    tell(() => true, patterns, true, workspace, session);
    return;
  }
  const isEmpty = contracts.every(({ rules, advice }) => rules.length + advice.length === 0);
  const style = { color: terminal.color, width: lineWidth(terminal), quiet: false };
  terminal.out(isEmpty ? 'No contract has a rule. Start with: specflow init\n' : listRules(contracts, style));
}

function explain(id: string, asJson: boolean, session: Session): void {
  const workspace = openWorkspace(session);
  const { loaded } = workspace;
  const known = loaded.contracts.flatMap((contract) => [...contract.rules, ...contract.advice]);
  if (!known.some((each) => each.id === id)) {
    // It may be in the contract that could not be read: then that is what has to be said.
    const broken = loaded.problems.filter(({ severity }) => severity === 'invalid');
    for (const problem of broken) reportProblem(problem, session);
    if (broken.length > 0) {
      session.conclude(2);
      return;
    }
    throw unknownRule(
      id,
      known.map((each) => each.id),
    );
  }
  session.conclude(0);
  tell((each) => each === id, patternsOf(workspace, session), asJson, workspace, session);
}

/** A store that cannot be read makes less to tell, and says so, whether or not what is asked for shows any of it. */
function patternsOf({ root }: Workspace, session: Session): readonly FixPattern[] {
  const { store, problems } = readStore(root);
  for (const problem of problems) reportProblem(problem, session);
  if (problems.some(({ severity }) => severity === 'invalid')) session.conclude(2);
  return store?.patterns ?? [];
}

/** What there is to know about the rules that are meant. */
function tell(
  isMeant: (id: string) => boolean,
  patterns: readonly FixPattern[],
  asJson: boolean,
  workspace: Workspace,
  session: Session,
): void {
  const { terminal } = session;
  const told = workspace.loaded.contracts.map((contract) => ({
    rules: contract.rules
      .filter(({ id }) => isMeant(id))
      .map((rule) => ({ rule, contract, storedFixes: storedFixes(rule, patterns, workspace, session) })),
    advice: contract.advice.filter(({ id }) => isMeant(id)).map((advice) => ({ advice, contract })),
  }));
  const rules = told.flatMap((each) => each.rules);
  const advice = told.flatMap((each) => each.advice);
  if (asJson) {
    terminal.out(explainJson(rules, advice));
    return;
  }
  const style = { color: terminal.color, width: terminal.columns, quiet: false };
  for (const each of rules) terminal.out(explainRule(each, style));
  for (const each of advice) terminal.out(explainAdvice(each.advice, each.contract, style));
}

function storedFixes(
  rule: Rule,
  patterns: readonly FixPattern[],
  { config }: Workspace,
  { clock }: Session,
): readonly StoredFix[] {
  return patterns
    .filter(({ ruleId }) => ruleId === rule.id)
    .map((pattern) => {
      const { hundredths, why } = standing(pattern, clock.today(), config.healLoop.minConfidence);
      const { id, description } = pattern;
      const now = isOutdatedIn(pattern, rule) ? OUTDATED_STANDING : why;
      return { id, description, confidence: hundredths / 100, standing: now };
    });
}
