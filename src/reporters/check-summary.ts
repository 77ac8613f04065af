import { type CheckResult, countsOf } from '../model/check-result.js';
import { plural } from '../model/plural.js';
import type { Problem } from '../model/problem.js';
import type { CheckReport } from './report.js';
import { commandText } from './text/command-text.js';
import { locationText } from './text/location-text.js';
import { nextText } from './text/next-text.js';
import type { Palette } from './text/palette.js';
import { partsText } from './text/parts-text.js';
import { untriedOutlook } from './untried-outlook.js';

/** The closing two lines: what was found in how much, and what to do next. */
export function checkSummary(report: CheckReport, palette: Palette, width: number): string {
  const { result } = report;
  const { exempt, violations } = countsOf(result);
  const extent = `(${plural(result.files, 'file')}, ${plural(result.rules, 'rule')})`;
  const aside = exempt > 0 ? `, ${exempt} exempt` : '';
  const { verdict, paint } = verdictOn(result, palette);
  const parts = [
    { text: verdict + aside, paint: () => paint(verdict) + aside },
    { text: extent, paint: palette.dim },
  ];
  return `${partsText(parts, { width, hanging: 2, gap: ' ' })}\n${nextText(nextStep(report, violations), palette, width)}`;
}

function verdictOn(result: CheckResult, { red, yellow, green }: Palette): Verdict {
  const { errors, warnings, brokenFiles } = countsOf(result);
  const problems = result.problems.filter(({ severity }) => severity !== 'warning').length;
  const counts = [
    errors > 0 ? plural(errors, 'error') : null,
    warnings > 0 ? plural(warnings, 'warning') : null,
    problems > 0 ? plural(problems, 'problem') : null,
  ].filter((part) => part !== null);
  if (counts.length === 0 && result.files === 0) return { verdict: '⚠ no file was checked', paint: yellow };
  if (counts.length === 0) return { verdict: '✔ no violations', paint: green };
  const found = `${counts.join(', ')}${brokenFiles > 0 ? ` in ${plural(brokenFiles, 'file')}` : ''}`;
  return errors + problems > 0 ? { verdict: `✖ ${found}`, paint: red } : { verdict: `⚠ ${found}`, paint: yellow };
}

interface Verdict {
  readonly verdict: string;
  readonly paint: Palette['red'];
}

function nextStep(report: CheckReport, violations: number): string {
  const { result, left, healScope = [] } = report;
  const problem = result.problems.find(({ severity }) => severity !== 'warning');
  if (problem) return problemStep(problem);
  const mendable = result.violations.filter((each) => !each.exemption && untriedOutlook(report, each)).length;
  if (mendable > 0 && healScope !== null) {
    const command = commandText(['specflow', 'heal', '--dry-run', ...healScope]);
    return `${command}  (it has a fix to try for ${mendable} of ${violations})`;
  }
  const [finding] = left?.values() ?? [];
  if (left && finding !== undefined) {
    return `specflow findings show ${finding}  (heal left ${left.size} of ${violations} to you)`;
  }
  const first = result.violations.find(({ exemption }) => exemption === null);
  if (first) return commandText(['specflow', 'explain', first.rule.id]);
  if (result.findings.length > 0) return 'look at the findings above';
  if (result.violations.length > 0) return 'nothing new to mend; what is exempt remains';
  return result.files === 0 ? 'nothing to do; no rule looks at this' : 'nothing to do; every contract holds';
}

function problemStep({ file, line, column }: Problem): string {
  if (file === null) return 'put right what is named above, then specflow check';
  return `fix ${locationText(file, line, column)}, then specflow check`;
}
