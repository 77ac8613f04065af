import type { Attempt, HealOutcome, HealResult, HealStatus } from '../model/heal-result.js';
import type { SecretMask } from '../model/mask-secrets.js';
import { plural } from '../model/plural.js';
import type { Problem } from '../model/problem.js';
import { countOutcomes } from './count-outcomes.js';
import { healMask } from './heal-mask.js';
import type { HealReport, Reporter } from './report.js';
import { locationText, placeText } from './text/location-text.js';
import { codeBlock, codeSpan, proseOf } from './text/markdown.js';

/** `report.md` of a run: enough for a person to decide without running anything again. */
export const healMarkdown: Reporter<HealReport> = {
  summary: 'the report of a run, with every attempt and its diff',
  carriesProblems: true,
  render(report) {
    const { result } = report;
    const mask = healMask(report);
    const findings = result.findings.map((finding) => noteLine({ ...finding, column: null }));
    const problems = result.problems.map(noteLine);
    const blocks = [
      `# Heal run ${codeSpan(result.runId)}${result.dryRun ? ' (dry run)' : ''}`,
      summaryLine(result),
      ...section('escalated', 'Escalated', result.outcomes, mask),
      ...section('suggested', 'Suggested', result.outcomes, mask),
      ...section('healed', result.dryRun ? 'Can be healed' : 'Healed', result.outcomes, mask),
      '## Findings',
      findings.length > 0 ? findings.join('\n') : 'None. What did you notice that was outside the scope of this run?',
      ...(problems.length > 0 ? ['## Problems', problems.join('\n')] : []),
    ];
    return `${blocks.join('\n\n')}\n`;
  },
};

function summaryLine({ outcomes, changes, dryRun }: HealResult): string {
  const { healed, suggested, escalated } = countOutcomes(outcomes);
  const files = plural(changes.length, 'file');
  const made = dryRun ? `${healed} can be healed` : `${healed} healed`;
  return `${made}, ${suggested} suggested, ${escalated} escalated; ${files} ${dryRun ? 'would change' : 'changed'}.`;
}

function noteLine({ code, file, line, column, message, help }: Omit<Problem, 'severity'>): string {
  const place = file === null ? '' : ` ${codeSpan(locationText(file, line, column))}`;
  return `- ${codeSpan(code)}${place}: ${proseOf(message)}${help === null ? '' : ` ${proseOf(help)}`}`;
}

function section(status: HealStatus, title: string, outcomes: readonly HealOutcome[], mask: SecretMask): string[] {
  const chosen = outcomes.filter((outcome) => outcome.status === status);
  if (chosen.length === 0) return [];
  return [`## ${title} (${chosen.length})`, ...chosen.flatMap((outcome) => outcomeBlocks(outcome, mask))];
}

function outcomeBlocks(outcome: HealOutcome, mask: SecretMask): string[] {
  const { violation, reason, diff, source, tier, confidence, attempts, status } = outcome;
  const { rule, message } = violation;
  const scores = confidence && `${confidence.before.toFixed(2)} → ${confidence.after.toFixed(2)}`;
  const means = [source && codeSpan(source), tier, scores].filter((part) => part !== null).join(', ');
  return [
    `### ${proseOf(rule.id)}: ${codeSpan(placeText(violation))}`,
    proseOf(message),
    ...(means === '' ? [] : [`By ${means}.`]),
    ...(reason === null ? [] : [`**Why, and what to decide:** ${proseOf(mask.apply(reason))}`]),
    ...(diff === null ? [] : [codeBlock('diff', mask.apply(diff))]),
    ...(status === 'healed' && attempts.length <= 1 ? [] : attempts.flatMap((a) => attemptBlocks(a, mask, diff))),
  ];
}

function attemptBlocks(
  { n, source, outcome, gate, detail, diff }: Attempt,
  mask: SecretMask,
  shown: string | null,
): string[] {
  const named = gate === null ? '' : ` (${codeSpan(gate)})`;
  const told = detail === null ? '' : `: ${proseOf(mask.apply(detail))}`;
  const head = `Attempt ${n}, ${codeSpan(source)}: ${codeSpan(outcome)}${named}${told}`;
  return diff === null || diff === shown ? [head] : [head, codeBlock('diff', mask.apply(diff))];
}
