import type { Attempt, HealOutcome, HealResult } from '../model/heal-result.js';
import type { SecretMask } from '../model/mask-secrets.js';
import { findingOf, problemOf } from './check-json.js';
import { countOutcomes } from './count-outcomes.js';
import { healMask } from './heal-mask.js';
import { printJson } from './print-json.js';
import type { HealReport, Reporter } from './report.js';

export const healJson: Reporter<HealReport> = {
  summary: 'every violation with every attempt, for other tools',
  carriesProblems: true,
  render(report) {
    const { result } = report;
    const mask = healMask(report);
    return printJson({
      schemaVersion: 1,
      run: { id: result.runId, dryRun: result.dryRun },
      summary: summaryOf(result),
      results: result.outcomes.map((outcome) => outcomeOf(outcome, mask)),
      findings: result.findings.map(findingOf),
      problems: result.problems.map(problemOf),
    });
  },
};

function summaryOf(result: HealResult): Readonly<Record<string, number>> {
  const { healed, suggested, escalated } = countOutcomes(result.outcomes);
  const { changes, linesTouched } = result;
  return { found: result.outcomes.length, healed, suggested, escalated, filesChanged: changes.length, linesTouched };
}

function outcomeOf(outcome: HealOutcome, mask: SecretMask): object {
  const { violation, status, iterations, source, tier, confidence, diff, reason, attempts } = outcome;
  return {
    ruleId: violation.rule.id,
    file: violation.file,
    line: violation.place?.line ?? null,
    status,
    iterations,
    source,
    tier,
    confidence: confidence && { before: confidence.before, after: confidence.after },
    diff: diff && mask.apply(diff),
    reason: reason && mask.apply(reason),
    attempts: attempts.map((attempt) => attemptOf(attempt, mask)),
  };
}

function attemptOf({ n, source, outcome, gate, detail, diff }: Attempt, mask: SecretMask): object {
  return { n, source, outcome, gate, detail: detail && mask.apply(detail), diff: diff && mask.apply(diff) };
}
