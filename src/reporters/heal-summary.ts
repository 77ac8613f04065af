import { plural } from '../model/plural.js';
import { sanitize } from '../model/sanitize.js';
import { countOutcomes } from './count-outcomes.js';
import type { HealReport } from './report.js';
import { commandText } from './text/command-text.js';
import { locationText } from './text/location-text.js';
import { nextText } from './text/next-text.js';
import type { Palette } from './text/palette.js';
import { partsText } from './text/parts-text.js';
import { wrapIndented, wrapLines } from './text/wrap-text.js';

/** The closing lines: how many were mended, where the full report is, and what to do next. */
export function healSummary(report: HealReport, palette: Palette, width: number): string {
  const { result, reportFile } = report;
  const { healed } = countOutcomes(result.outcomes);
  const written = reportFile === null ? '' : wrapLines(`Report: ${sanitize(reportFile)}\n`, width, 2);
  return `${verdictText(result, palette, width)}\n${written}${notedText(report, width)}${nextText(nextStep(report, healed), palette, width)}`;
}

const BROKEN = '✖ nothing was healed: fixes are judged by all rules, so what is named above comes first';

/** Such as `To commit too, in .specflow: 16 new findings (specflow findings list), what fixes taught`. */
function notedText({ noted }: HealReport, width: number): string {
  if (noted === undefined) return '';
  const { findingsAdded, findingsRemoved, isTaught } = noted;
  const parts = [
    findingsAdded > 0 ? `${plural(findingsAdded, 'new finding')} (specflow findings list)` : null,
    findingsRemoved > 0 ? `${plural(findingsRemoved, 'finding')} no longer so` : null,
    isTaught ? 'what fixes taught' : null,
  ].filter((part) => part !== null);
  if (parts.length === 0) return '';
  return `${wrapIndented(`To commit too, in .specflow: ${parts.join(', ')}`, width, 2).join('\n')}\n`;
}

function verdictText(result: HealReport['result'], palette: Palette, width: number): string {
  if (isBroken(result)) return wrapIndented(BROKEN, width, 2).map(palette.red).join('\n');
  if (result.outcomes.length > 0) return countsText(result, palette, width);
  return result.problems.some(({ severity }) => severity === 'incomplete')
    ? palette.yellow('⚠ no violations to heal in what could be looked at')
    : palette.green('✔ no violations to heal');
}

function countsText({ outcomes, changes, dryRun }: HealReport['result'], palette: Palette, width: number): string {
  const { healed, suggested, escalated } = countOutcomes(outcomes);
  const isDone = suggested + escalated === 0;
  const verb = dryRun ? 'can be healed' : 'healed';
  const files = plural(changes.length, 'file');
  const parts = [
    {
      text: `${isDone ? '✔' : '✖'} ${healed} ${verb}, ${suggested} suggested, ${escalated} escalated`,
      paint: isDone ? palette.green : palette.yellow,
    },
    { text: `of ${plural(outcomes.length, 'violation')}` },
    {
      text: dryRun ? `(${files} would change; nothing was written)` : `(${files} changed)`,
      paint: palette.dim,
    },
  ];
  return partsText(parts, { width, gap: ' ' });
}

function nextStep(report: HealReport, healed: number): string {
  const { result, asked = [] } = report;
  const again = commandText(['specflow', 'heal', ...asked]);
  const problem = result.problems.find(({ severity }) => severity !== 'warning');
  if (problem && problem.file !== null) {
    return `fix ${locationText(problem.file, problem.line, problem.column)}, then ${again}`;
  }
  if (result.dryRun && healed > 0) return again;
  if (result.findings.some(({ code }) => code.startsWith('review/'))) return 'specflow patterns review';
  if (problem) return `put right what is named above, then ${again}`;
  const left = result.outcomes.find(({ status }) => status !== 'healed');
  if (left) return commandText(['specflow', 'explain', left.violation.rule.id]);
  return healed > 0 ? lookStep(report) : 'nothing to do';
}

/** Git shows no change of a file that it does not track; the report has the diff of each. */
function lookStep({ result, reportFile, shownByGit = result.changes.length }: HealReport): string {
  const hidden = result.changes.length - shownByGit;
  if (hidden === 0 || reportFile === null) return 'git diff';
  if (shownByGit === 0) return `look at the diffs in ${sanitize(reportFile)}`;
  return `git diff  (without ${plural(hidden, 'file')} that git does not track: see the report)`;
}

function isBroken({ outcomes, problems }: HealReport['result']): boolean {
  return outcomes.length === 0 && problems.some(({ severity }) => severity === 'invalid');
}
