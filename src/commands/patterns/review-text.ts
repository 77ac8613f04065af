import type { Example, Rule } from '../../model/contract.js';
import type { FixPattern } from '../../model/fix-pattern.js';
import { plural } from '../../model/plural.js';
import { sanitize } from '../../model/sanitize.js';
import type { EvidenceLine } from '../../pattern-store/evidence/evidence-line.js';
import { outcomeText } from '../../pattern-store/outcome-text.js';
import { patternStats } from '../../pattern-store/pattern-stats.js';
import type { Review } from '../../pattern-store/reviews/review-queue.js';
import { printHundredths, standing } from '../../pattern-store/trust/standing.js';
import { diffText } from '../../reporters/text/diff-text.js';
import { locationText } from '../../reporters/text/location-text.js';
import type { Palette } from '../../reporters/text/palette.js';
import { partsText } from '../../reporters/text/parts-text.js';
import { wrapLines } from '../../reporters/text/wrap-text.js';

/** What a decision about a queued fix is made by. */
interface ReviewMatter {
  readonly review: Review;
  /** Absent where no contract knows it any more. */
  readonly rule: Rule | undefined;
  /** Absent where the store holds it no longer. */
  readonly pattern: FixPattern | undefined;
  /** Evidence of any patterns. */
  readonly lines: readonly EvidenceLine[];
  /** ISO date. */
  readonly today: string;
  /** Whole hundredths. */
  readonly minConfidence: number;
}

/** Of each kind; more of them would push the diff out of sight. */
const MAX_EXAMPLES = 2;
const MAX_EXAMPLE_LINES = 8;

/** One queued fix: its rule with examples, the record of its pattern, and what it did to the file. */
export function reviewText(matter: ReviewMatter, palette: Palette, width: number): string {
  const { id, ruleId, file, line, diff } = matter.review;
  const parts = [
    { text: sanitize(id), paint: palette.bold },
    { text: sanitize(ruleId), paint: palette.cyan },
    { text: locationText(file, line, null) },
  ];
  const head = `${partsText(parts, { width, hanging: 2 })}\n`;
  const rule = ruleText(matter.rule, palette, width);
  return `${head}${rule}${recordText(matter, width)}${diffText(diff, palette)}\n`;
}

function ruleText(rule: Rule | undefined, palette: Palette, width: number): string {
  if (!rule) return `${palette.dim('No contract has this rule any more.')}\n`;
  return [
    wrapLines(`${sanitize(rule.title)}\n`, width),
    ...rule.exampleViolations.slice(0, MAX_EXAMPLES).map((each) => exampleText('violates', each, palette.red)),
    ...rule.exampleCompliant.slice(0, MAX_EXAMPLES).map((each) => exampleText('complies', each, palette.green)),
  ].join('');
}

function exampleText(kind: 'violates' | 'complies', { text }: Example, paint: (text: string) => string): string {
  const lines = text.trimEnd().split('\n');
  const more = lines.length > MAX_EXAMPLE_LINES ? [`… ${plural(lines.length - MAX_EXAMPLE_LINES, 'line')} more`] : [];
  const shown = [...lines.slice(0, MAX_EXAMPLE_LINES), ...more].map((each) => sanitize(each, '\t'));
  return shown.map((each, at) => `  ${paint(at === 0 ? kind : ' '.repeat(kind.length))}  ${each}\n`).join('');
}

function recordText({ review, pattern, lines, today, minConfidence }: ReviewMatter, width: number): string {
  const applied = `${sanitize(review.patternId)}, applied ${sanitize(review.applied)}`;
  if (!pattern) return wrapLines(`${applied}; the store holds it no longer\n`, width, 2);
  const { hundredths, why } = standing(pattern, today, minConfidence);
  const { trend, files } = patternStats(pattern, lines, today);
  const does = `${sanitize(pattern.match)} → ${sanitize(outcomeText(pattern))}`;
  const record = [
    `${pattern.successCount} held, ${pattern.failureCount} failed`,
    ...(files > 0 ? [plural(files, 'file')] : []),
    `confidence ${printHundredths(hundredths)}, ${TREND[trend]}`,
    `last used ${sanitize(pattern.lastUsed ?? 'never')}`,
  ];
  const told = wrapLines(`${applied}; ${record.join('; ')}\n${sanitize(why)}\n`, width, 2);
  return `${told}${does}\n`;
}

const TREND = { up: 'rising', down: 'falling', level: 'level' } as const;
