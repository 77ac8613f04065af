import type { SecretMask } from '../model/mask-secrets.js';
import { sanitize } from '../model/sanitize.js';
import type { Violation } from '../model/violation.js';
import { checkMask } from './check-mask.js';
import { checkSummary } from './check-summary.js';
import { findingsText } from './findings-text.js';
import type { CheckReport, Reporter, ReportStyle } from './report.js';
import { codeFrame } from './text/code-frame.js';
import { headingText } from './text/heading-text.js';
import { placeText } from './text/location-text.js';
import { outlookText } from './text/outlook-text.js';
import { type Palette, paletteOf } from './text/palette.js';
import { type LinePart, partsText } from './text/parts-text.js';
import { problemText } from './text/problem-text.js';
import { wrapIndented, wrapText } from './text/wrap-text.js';
import { untriedOutlook } from './untried-outlook.js';

/** For people at a terminal: what, where, why, and as the last line the next command. */
export const checkPretty: Reporter<CheckReport> = {
  summary: 'for people: code frames, remedies and the next command',
  carriesProblems: true,
  render(report, style) {
    const { result } = report;
    const palette = paletteOf(style.color);
    const counted = result.violations.filter(({ exemption }) => exemption === null);
    const problems = result.problems.map((problem) => problemText(problem, palette, style.width));
    if (style.quiet)
      return counted.map((violation) => `${headline(violation, palette)}\n`).join('') + problems.join('');
    const mask = checkMask(report);
    const sections = [
      ...counted.map((violation) => entry(violation, remedies(violation, report), mask, palette, style)),
      ...problems,
      exemptText(result.violations, palette, style.width),
      findingsText(result.findings, palette, style),
      checkSummary(report, palette, style.width),
    ];
    return sections.filter((section) => section !== '').join('\n');
  },
};

function entry(
  violation: Violation,
  remedies: readonly string[],
  mask: SecretMask,
  palette: Palette,
  style: ReportStyle,
): string {
  const { width } = style;
  const heading = headingText(headParts(violation, palette), sanitize(violation.message), style);
  const frame = codeFrame(violation, mask, palette, width);
  const notes = [...absenceNotes(violation), ...remedies];
  const wrapped = notes.flatMap((note) => {
    const [first = '', ...rest] = wrapText(note, width - 6);
    return [`   ${palette.dim('=')} ${first}`, ...rest.map((line) => `     ${line}`)];
  });
  return `${[heading, ...frame, ...wrapped].join('\n')}\n`;
}

function headline(violation: Violation, palette: Palette): string {
  return partsText([...headParts(violation, palette), { text: sanitize(violation.message) }]);
}

function headParts(violation: Violation, palette: Palette): readonly LinePart[] {
  const { rule, severity } = violation;
  return [
    { text: placeText(violation), paint: palette.bold },
    { text: severity, paint: severity === 'error' ? palette.red : palette.yellow },
    { text: sanitize(rule.id), paint: palette.cyan },
  ];
}

function absenceNotes({ rule, checkIndex, place, file }: Violation): readonly string[] {
  const check = rule.checks[checkIndex];
  if (place !== null || check?.kind !== 'required-pattern') return [];
  const where = file === null ? `any file of ${rule.scope.globs.join(' ')}` : 'this file';
  return [`required: ${sanitize(check.pattern.written)}, not found in ${sanitize(where)}`];
}

function remedies(violation: Violation, report: CheckReport): readonly string[] {
  const { rule, checkIndex } = violation;
  const outlook = untriedOutlook(report, violation);
  const finding = report.left?.get(violation);
  const hint = rule.checks[checkIndex]?.autoFix?.hint ?? null;
  return [
    ...(hint === null ? [] : [`fix: ${sanitize(hint)}`]),
    ...(outlook === null ? [] : [`fixable by ${outlookText(outlook)}`]),
    ...(finding === undefined ? [] : [`heal left this to you: specflow findings show ${finding}`]),
  ];
}

const EXEMPT_SHOWN = 10;

function exemptText(violations: readonly Violation[], palette: Palette, width: number): string {
  const lines = violations.flatMap((violation) => {
    const { exemption, rule } = violation;
    if (exemption === null) return [];
    const until = exemption.expires === null ? '' : ` until ${exemption.expires}`;
    return [
      `  ${placeText(violation)}  ${sanitize(rule.id)}  ${exemption.kind}${until}: ${sanitize(exemption.reason)}`,
    ];
  });
  if (lines.length === 0) return '';
  const rest = lines.length - EXEMPT_SHOWN;
  const shown = [...lines.slice(0, EXEMPT_SHOWN), ...(rest > 0 ? [`  … and ${rest} more`] : [])].flatMap((line) =>
    wrapIndented(line, width, 2),
  );
  return `${palette.bold('Exempt')} (${lines.length})\n${shown.join('\n')}\n`;
}
