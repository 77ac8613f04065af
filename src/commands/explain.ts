import { Command } from 'commander';
import { type UsageError, usageError } from '../model/problem.js';
import { nearestName } from '../model/suggest.js';
import { isOutdatedIn, OUTDATED_STANDING } from '../pattern-store/is-outdated-lift.js';
import { readStore } from '../pattern-store/read-store.js';
import { printHundredths, standing } from '../pattern-store/standing.js';
import { explainAdvice, explainRule } from '../reporters/explain-rule.js';
import { listRules } from '../reporters/list-rules.js';
import { reportProblem } from './report-problem.js';
import type { Session } from './session.js';
import { openWorkspace } from './workspace.js';

export function explainCommand(session: Session): Command {
  return new Command('explain')
    .description('Tell everything about a rule: what it asks, of which files, and how heal would mend it.')
    .argument('[rule]', 'id of a rule; without one, all rules are listed')
    .action((id: string | undefined) => (id === undefined ? list(session) : explain(id, session)));
}

function list(session: Session): void {
  const { terminal } = session;
  const { loaded } = openWorkspace(session);
  for (const problem of loaded.problems) reportProblem(problem, session);
  const isEmpty = loaded.contracts.every(({ rules, advice }) => rules.length + advice.length === 0);
  const style = { color: terminal.color, width: terminal.columns, quiet: false };
  terminal.out(isEmpty ? 'No contract has a rule. Start with: specflow init\n' : listRules(loaded.contracts, style));
  session.conclude(loaded.problems.some(({ severity }) => severity === 'invalid') ? 2 : 0);
}

function explain(id: string, session: Session): void {
  const { terminal, clock } = session;
  const { root, config, loaded } = openWorkspace(session);
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
  const style = { color: terminal.color, width: terminal.columns, quiet: false };
  const store = readStore(root);
  for (const problem of store.problems) reportProblem(problem, session);
  const today = clock.today();
  for (const contract of loaded.contracts) {
    const rule = contract.rules.find((each) => each.id === id);
    const advice = contract.advice.find((each) => each.id === id);
    const storedFixes = (store.store?.patterns ?? [])
      .filter(({ ruleId }) => ruleId === id)
      .map((pattern) => {
        const { hundredths, why } = standing(pattern, today, config.healLoop.minConfidence);
        const now = rule && isOutdatedIn(pattern, rule) ? OUTDATED_STANDING : why;
        return { id: pattern.id, description: pattern.description, standing: `${printHundredths(hundredths)}, ${now}` };
      });
    if (rule) terminal.out(explainRule({ rule, contract, storedFixes }, style));
    else if (advice) terminal.out(explainAdvice(advice, contract, style));
  }
  session.conclude(store.problems.some(({ severity }) => severity === 'invalid') ? 2 : 0);
}

function unknownRule(id: string, known: readonly string[]): UsageError {
  const near = nearestName(id, known);
  const help = near === null ? 'All rules are listed by "specflow explain".' : `Did you mean ${near}?`;
  return usageError('usage/unknown-rule', `There is no rule called ${id}.`, help);
}
