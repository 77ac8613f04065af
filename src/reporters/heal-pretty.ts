import { groupBy } from '../model/group-by.js';
import type { Attempt, HealOutcome, HealResult } from '../model/heal-result.js';
import type { SecretMask } from '../model/mask-secrets.js';
import type { Problem } from '../model/problem.js';
import { sanitize } from '../model/sanitize.js';
import { findingsText } from './findings-text.js';
import { groupOutcomes, type OutcomeGroup } from './group-outcomes.js';
import { healMask } from './heal-mask.js';
import { healSummary } from './heal-summary.js';
import type { HealReport, Reporter, ReportStyle } from './report.js';
import { diffText } from './text/diff-text.js';
import { placeText } from './text/location-text.js';
import { type Palette, paletteOf } from './text/palette.js';
import { partsText } from './text/parts-text.js';
import { problemText } from './text/problem-text.js';
import { wrapIndented, wrapText } from './text/wrap-text.js';

/** For people at a terminal: what was mended, what was not and why, and as the last line the next command. */
export const healPretty: Reporter<HealReport> = {
  summary: 'for people: what was mended, what was not and why',
  carriesProblems: true,
  render(report, style) {
    const { result } = report;
    const palette = paletteOf(style.color);
    const mask = healMask(report);
    const textOf = (problem: Problem): string => problemText(problem, palette, style.width);
    if (style.quiet) {
      const headlines = result.outcomes.map((outcome) => `${headline(outcome, result, palette)}\n`);
      return [...headlines, ...result.problems.map(textOf)].join('');
    }
    const problems = result.problems.filter((problem) => !isToldBeside(problem, result.outcomes)).map(textOf);
    const outcomes = groupOutcomes(result.outcomes, wordsOf).map((group) => entry(group, result, mask, palette, style));
    const sections = [
      outcomes.join(''),
      ...problems,
      findingsText(result.findings, palette, style),
      healSummary(report, palette, style.width),
    ];
    return sections.filter((section) => section !== '').join('\n');
  },
};

/** The violations of a file that was not written say why, each with its place. */
function isToldBeside({ code, file }: Problem, outcomes: readonly HealOutcome[]): boolean {
  if (code !== 'heal/write-failed') return false;
  return outcomes.some(({ violation, attempts }) => violation.file === file && attempts.some(isUnwritten));
}

function isUnwritten({ gate }: Attempt): boolean {
  return gate === 'write';
}

/** A suggestion is told with its diff, which is its own. */
function wordsOf(outcome: HealOutcome): readonly string[] | null {
  switch (outcome.status) {
    case 'healed':
      return [meansText(outcome)];
    case 'suggested':
      return null;
    case 'escalated':
      return [outcome.reason ?? '', ...outcome.attempts.map(attemptText)];
  }
}

function entry(
  { first, others }: OutcomeGroup,
  run: HealResult,
  mask: SecretMask,
  palette: Palette,
  style: ReportStyle,
): string {
  const told = others.length === 0 ? [] : wrapIndented(`    ${othersText(others)}`, style.width);
  const more = told.map((line) => `${palette.dim(line)}\n`).join('');
  return `${headline(first, run, palette, style.rowWidth)}\n${more}${details(first, mask, palette, style).join('')}`;
}

const LINES_SHOWN = 8;

/** Such as `and 213 more: lines 5, 9 (2), 12, …`: two of them stand on line 9. */
function othersText(others: readonly HealOutcome[]): string {
  const lines = groupBy(
    others.flatMap(({ violation }) => violation.place?.line ?? []),
    (line) => line,
  );
  if (lines.size === 0) return `and ${others.length} more`;
  const shown = [...lines]
    .slice(0, LINES_SHOWN)
    .map(([line, on]) => (on.length === 1 ? line : `${line} (${on.length})`));
  const rest = lines.size > LINES_SHOWN ? ', …' : '';
  return `and ${others.length} more: line${lines.size === 1 ? '' : 's'} ${shown.join(', ')}${rest}`;
}

function headline(outcome: HealOutcome, { dryRun }: HealResult, palette: Palette, width?: number): string {
  const { violation, status } = outcome;
  const { rule } = violation;
  const paint = { healed: palette.green, suggested: palette.yellow, escalated: palette.red }[status];
  const word = dryRun ? (status === 'healed' ? 'would heal' : status).padEnd(10) : status.padEnd(9);
  const parts = [
    { text: word, paint },
    { text: placeText(violation), paint: palette.bold },
    { text: sanitize(rule.id), paint: palette.cyan },
    ...(status === 'escalated' ? [] : [{ text: meansText(outcome) }]),
  ];
  return partsText(parts, { width, hanging: 4 });
}

/** Such as `pattern:fix-1 (platinum 0.95 → 1.00)`; nothing that stays as it was is told twice. */
function meansText({ source, tier, confidence, iterations }: HealOutcome): string {
  const [before, after] = [confidence?.before.toFixed(2) ?? null, confidence?.after.toFixed(2) ?? null];
  const scores = before === after ? before : `${before} → ${after}`;
  const standing = [tier, scores].filter((part) => part !== null).join(' ');
  const tries = iterations > 1 ? `, ${iterations} attempts` : '';
  return `${sanitize(source ?? 'nothing')}${standing === '' ? '' : ` (${standing})`}${tries}`;
}

function details(outcome: HealOutcome, mask: SecretMask, palette: Palette, { width }: ReportStyle): readonly string[] {
  if (outcome.status === 'healed') return [];
  const indented = (text: string, indent: string): string[] =>
    wrapText(sanitize(mask.apply(text)), width - indent.length).map((line) => `${indent}${line}\n`);
  const reason = outcome.reason === null ? [] : indented(outcome.reason, '    ');
  // A reason often quotes its only attempt: once is enough.
  const untold = outcome.attempts.filter(({ detail }) => detail === null || !outcome.reason?.includes(detail));
  // What is suggested stands below itself; why nothing before it was applied stands nowhere else.
  const told = outcome.status === 'escalated' ? untold : untold.filter(({ gate }) => gate !== null);
  const diff = outcome.status === 'suggested' && outcome.diff !== null ? outcome.diff : null;
  return [
    ...reason,
    ...told.flatMap((attempt) => indented(attemptText(attempt), '      ')),
    ...(diff === null ? [] : [diffText(mask.apply(diff), palette).replace(/^(?=.)/gm, '      ')]),
  ];
}

function attemptText({ n, source, outcome, gate, detail }: Attempt): string {
  const named = gate === null ? '' : ` (${gate})`;
  return `attempt ${n}, ${source}: ${outcome}${named}${detail === null ? '' : `: ${detail}`}`;
}
